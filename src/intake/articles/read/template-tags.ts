import type { TagBlocks } from '../dialects/tag-blocks.ts';
import type { Report } from '../imported-site.ts';

/** Liquid (Jekyll, GitBook) and Hugo tags: `{% … %}`, `{{< … >}}`, `{{% … %}}` and `{{ … }}`. */
export const TEMPLATE_TAG =
  /\{\{<\s*([\s\S]*?)\s*>\}\}|\{\{%\s*([\s\S]*?)\s*%\}\}|\{%-?\s*([\s\S]*?)\s*-?%\}|\{\{-?\s*([^{}]*?)\s*-?\}\}/g;

const SILENT = new Set(['raw', 'endraw', 'toc']);

/** The value of `name="value"`, or the first quoted or bare word when no name is given. */
function argument(rest: string, name?: string): string | undefined {
  const pattern = name ? `\\b${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))` : `^\\s*(?:"([^"]*)"|'([^']*)'|([^\\s=]+)(?!\\S))`;
  const match = new RegExp(pattern).exec(rest);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${value.replaceAll('"', '&quot;')}"`;
}

function video(host: string, id: string | undefined, title: string | undefined): string | undefined {
  return id && `<iframe src="${host}${id}"${attribute('title', title)}></iframe>`;
}

/** What a named tag inserts, as Markdown or HTML; `undefined` if the tag is not known. */
function meaningOfTag(name: string, rest: string): string | undefined {
  const title = argument(rest, 'title');
  if (SILENT.has(name)) return '';
  switch (name) {
    case 'ref':
    case 'relref':
    case 'link':
      return (name === 'link' ? '/' : '') + (argument(rest, 'path') ?? argument(rest) ?? '');
    case 'post_url':
      return `/_posts/${argument(rest) ?? ''}`;
    case 'youtube':
      return video('https://www.youtube.com/embed/', argument(rest, 'id') ?? argument(rest), title);
    case 'vimeo':
      return video('https://player.vimeo.com/video/', argument(rest, 'id') ?? argument(rest), title);
    case 'figure': {
      const caption = [title, argument(rest, 'caption'), argument(rest, 'attr')].filter(Boolean).join('. ');
      const picture = `<img${attribute('src', argument(rest, 'src'))}${attribute('alt', argument(rest, 'alt') ?? '')}>`;
      const link = argument(rest, 'link');
      const image = link ? `<a${attribute('href', link)}>${picture}</a>` : picture;
      return `<figure>${image}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`;
    }
    case 'kbd': {
      const keys = argument(rest, 'key') ?? argument(rest, 'keys') ?? argument(rest);
      return keys && `<kbd>${keys}</kbd>`;
    }
    case 'icon': {
      const icon = argument(rest, 'name') ?? argument(rest);
      return icon && `<i class='icon icon-${icon.replace(/\s+/g, '-')}'></i>`;
    }
    case 'gist': {
      const [, user, id] = /^\s*["']?([\w-]+)["']?\s+["']?(\w+)/.exec(rest) ?? [];
      return user && id && `<a href="https://gist.github.com/${user}/${id}">gist.github.com/${user}/${id}</a>`;
    }
    case 'mermaid':
      return '```mermaid';
    case '/mermaid':
    case 'endmermaid':
      return '```';
    case 'highlight':
      return `\`\`\`${argument(rest) ?? ''}`;
    case 'endhighlight':
    case '/highlight':
      return '```';
    default:
      return undefined;
  }
}

/**
 * What replaces one template tag (a match of {@link TEMPLATE_TAG}) in a page. Placeholders of a help article
 * (`{{customer.name}}`) stay; tags that only the old site could fill in are removed, and reported with `line`.
 */
export function replaceTemplateTag(
  match: readonly (string | undefined)[],
  { line, at }: { line: number; at: number },
  blocks: TagBlocks,
  report: Report,
): string {
  const [whole = '', shortcode, markdownShortcode, liquid, output] = match;
  if (output !== undefined) {
    const quoted = /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:.*)$/.exec(output)?.[1];
    if (quoted !== undefined) return quoted;
    if (/^(?:site|page)\.(?:baseurl|url)$/.test(output)) return '';
    if (!/^(?:site|page|include|layout|\$|\.)[.\w]*/.test(output)) return whole;
  } else {
    const written = (shortcode ?? markdownShortcode ?? liquid ?? '').replace(/^\/\s+/, '/');
    // An escaped tag is shown as it is written.
    const shown = liquid === undefined ? /^\/\*\s*([\s\S]*?)\s*\*\/$/.exec(written)?.[1] : undefined;
    if (shown !== undefined)
      return `\`{{${shortcode === undefined ? '%' : '<'} ${shown} ${shortcode === undefined ? '%' : '>'}}}\``;
    const inner = written.replace(/\s*\/$/, '');
    const [, name = '', rest = ''] = /^(\/?[\w./-]+)\s*([\s\S]*)$/.exec(inner) ?? [];
    const included = name === 'include' && /^(youtube|vimeo|figure)[\w.-]*\s*([\s\S]*)$/.exec(rest);
    const meaning = included ? meaningOfTag(included[1] ?? '', included[2] ?? '') : meaningOfTag(name, rest);
    const block =
      meaning ?? blocks.replace(name, rest, { isHugo: liquid === undefined, isAlone: inner !== written, at });
    if (block !== undefined) return block;
  }
  report(line, `The template tag ${whole.replace(/\s+/g, ' ')} works only on the old site and was left out.`);
  return '';
}
