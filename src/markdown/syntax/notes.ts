import type { Heading, Link, MediaUse } from '#kb/content/article.ts';
import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { cleanAddress, isElsewhere, schemeOf } from '#kb/values/link-address.ts';
import { CREDENTIALS, hasCredentials } from '#kb/values/web-address.ts';
import type { Media } from './component.ts';
import { completeAddress, mediaPath, PAGE_SCHEME, parseLink } from './links.ts';
import type { Scope } from './scope.ts';
import { nodePlace, type TreeNode } from './tree.ts';

/** What is collected while an article is turned into HTML: its headings, links and files, and its mistakes. */
export interface Notes {
  outline: Heading[];
  links: Link[];
  media: MediaUse[];
  findings: Finding[];
  /** Every id in the article, for links within it. */
  ids: Set<string>;
  report(code: Code, node: TreeNode, says: string, fix: string): void;
  /** Records a link for the rules, and returns its address in the page. */
  link(href: string, node: TreeNode): string;
  /**
   * Records a file for the rules, and returns how the page shows it. The address of a remote file stays as it is.
   *
   * @param linked whether the page only links to it and does not load it
   */
  file(src: string, node: TreeNode, linked?: boolean): Media | undefined;
  /**
   * Reports no mistakes while `run` works, because those of a snippet are reported once, for its own file. Its links are
   * recorded with that file.
   *
   * @param from the file of the snippet, relative to the content folder
   */
  inSnippet<T>(from: string | undefined, run: () => T): T;
  quiet(): boolean;
  /** Reports links to missing headings of the article itself; to be called at the end. */
  close(): void;
}

/** @param path of the article, relative to the content folder */
export function makeNotes(path: string, scope: Scope): Notes {
  const fragments: { fragment: string; node: TreeNode }[] = [];
  const snippets: (string | undefined)[] = [];
  const quiet = () => snippets.length > 0;
  const notes: Notes = {
    outline: [],
    links: [],
    media: [],
    findings: [],
    ids: new Set(),
    report(code, node, says, fix) {
      if (!quiet()) notes.findings.push(finding(code, { path, ...nodePlace(node) }, says, fix));
    },
    link(href, node) {
      const complete = completeAddress(href);
      if (complete !== undefined || href.trim() === '') {
        notes.report(
          'link-broken',
          node,
          complete === undefined
            ? 'This link has no address.'
            : `The address "${truncate(href)}" is incomplete, so it would lead to an article that does not exist.`,
          complete === undefined
            ? 'Add the address it leads to, such as "/section/name".'
            : `Change it to "${complete}".`,
        );
        return '#';
      }
      const target = parseLink(href, path);
      switch (target.kind) {
        case 'here':
          if (!quiet()) fragments.push({ fragment: target.fragment, node });
          return `#${target.fragment}`;
        case 'elsewhere':
          if (!hasCredentials(target.href)) return target.href;
          // The address isn't shown: messages end up in logs.
          notes.report('link-unsafe', node, 'The address of this link contains a user name or password.', CREDENTIALS);
          return '#';
        case 'file':
          return notes.file(href, node)?.url ?? '#';
        case 'unsafe':
          notes.report(
            'link-unsafe',
            node,
            `Links such as "${truncate(target.href)}" are not allowed in an article.`,
            'Link to a web page with https://, or to an article with /section/name.',
          );
          return '#';
        case 'page':
          notes.links.push({
            target: target.id,
            fragment: target.fragment,
            href,
            ...(quiet() ? { from: snippets.at(-1) } : {}),
            ...nodePlace(node),
          });
          return `${PAGE_SCHEME}${target.id}${target.fragment === undefined ? '' : `#${target.fragment}`}`;
      }
    },
    file(written, node, linked = false) {
      const src = cleanAddress(written);
      if (isElsewhere(src)) {
        const scheme = schemeOf(src);
        if ((scheme === 'https' || scheme === 'http') && URL.canParse(src)) {
          const { host } = new URL(src);
          if (!linked && !scope.imageHosts.includes(host))
            notes.report(
              'image-remote',
              node,
              `"${truncate(src)}" is loaded from another host.`,
              `Save the picture next to the article and write "./name.png", or list "${host}" under "imageHosts" in site.yaml.`,
            );
          return { url: src };
        }
        notes.report(
          'link-unsafe',
          node,
          `"${truncate(src)}" is not a file.`,
          'Save the file next to the article and write "./name.png".',
        );
        return { url: '' };
      }
      const place = mediaPath(src, path);
      if (!quiet()) notes.media.push({ src, path: place, ...nodePlace(node) });
      return scope.media(place);
    },
    inSnippet(from, run) {
      snippets.push(from);
      try {
        return run();
      } finally {
        snippets.pop();
      }
    },
    quiet,
    close() {
      const slugs = notes.outline.map(({ slug }) => `#${slug}`);
      // HTML leads these two to the top of the page.
      for (const { fragment, node } of fragments)
        if (!notes.ids.has(fragment) && !/^(?:top)?$/i.test(fragment))
          notes.report(
            'link-fragment',
            node,
            `The link "#${fragment}" points to a heading that this article does not have.`,
            suggest(`#${fragment}`, slugs),
          );
    },
  };
  return notes;
}

/** A value as it is shown in a message. */
export function truncate(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
