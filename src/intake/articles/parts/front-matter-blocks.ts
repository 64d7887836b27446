import { type Data, isData } from '#kb/values/data.ts';

function list(value: unknown): Data[] {
  return (Array.isArray(value) ? value : [value]).filter(isData);
}

function text(...values: unknown[]): string | undefined {
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim() : undefined;
}

function link(label: string | undefined, address: string | undefined): string[] {
  return label ? [address ? `[${label}](${address})` : label] : [];
}

function picture(value: unknown): string[] {
  const { src, file, light, alt } = isData(value) ? value : { src: value };
  const address = text(src, file, light);
  return address ? [`![${text(alt) ?? ''}](${address})`] : [];
}

function heroBlocks(hero: Data): string[] {
  const lines = [text(hero.title, hero.name), text(hero.text), text(hero.tagline)];
  const actions = list(hero.actions).flatMap((one) => link(text(one.text), text(one.link)));
  return [...lines.filter((line) => line !== undefined), ...picture(hero.image), ...actions];
}

function featureBlocks(feature: Data): string[] {
  const title = text(feature.title);
  const address = text(feature.link);
  const about = text(feature.details, feature.description);
  const more = link(text(feature.linkText), address);
  return [
    ...(title ? link(`**${title}**`, more.length > 0 ? undefined : address) : []),
    ...(about ? [about] : []),
    ...more,
  ];
}

/**
 * The text that pages of VitePress and Starlight show of their front matter, as Markdown: the hero with its links, the
 * features, and the banner. Empty if there is none.
 */
export function shownFrontMatter({ hero, features, banner }: Data): string {
  const notice = isData(banner) ? text(banner.content) : undefined;
  const blocks = [
    ...(notice ? [`<Note>${notice}</Note>`] : []),
    ...(isData(hero) ? heroBlocks(hero) : []),
    ...list(features).flatMap(featureBlocks),
  ];
  return blocks.join('\n\n');
}
