/** A page as a document of which nothing is run or shown. */
export interface LoadedPage {
  document: Document;
  /** Its address after all redirects. */
  url: string;
}

/**
 * Loads a page of the help center. The browser itself parses it, because scripts can't turn text into a document in a
 * page that requires Trusted Types, such as the page of a product.
 *
 * @throws if the page can't be fetched
 */
export function loadPage(address: string): Promise<LoadedPage> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error(`${address} could not be fetched (${request.status}).`));
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      const { status, response, responseURL } = request;
      if (status === 200 && response) resolve({ document: response as Document, url: responseURL });
      else fail();
    };
    request.onerror = fail;
    request.send();
  });
}
