import type { InterfaceTexts } from '#kb/content/interface-texts.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { TextsFile } from './read-texts.ts';
import { themeDir } from './read-theme.ts';
import { readYamlFile } from './read-yaml-file.ts';

/**
 * A brand's own texts of the interface, `strings/<locale>.yaml` in the folder of the theme: they replace those of the
 * engine, and the company can replace them in turn.
 *
 * @param english the texts of the engine, which define the keys
 */
export async function readThemeTexts(
  english: InterfaceTexts,
  name: string,
  contentDir: string,
  locales: readonly string[],
): Promise<{ texts: Map<string, InterfaceTexts>; findings: Finding[] }> {
  const texts = new Map<string, InterfaceTexts>();
  const findings: Finding[] = [];
  const dir = themeDir(name, contentDir);
  if (dir === undefined) return { texts, findings };
  const keys = Object.keys(english);
  for (const locale of locales) {
    const file = await readYamlFile(dir, `strings/${locale}.yaml`, TextsFile, 'strings-invalid');
    const strings = file.value?.strings ?? {};
    texts.set(locale, strings);
    const unknown = Object.keys(strings).filter((key) => !keys.includes(key));
    const found = [
      ...file.findings,
      ...unknown.map((key) =>
        finding('string-unknown', file.at(['strings', key]), `There is no text "${key}".`, suggest(key, keys)),
      ),
    ];
    findings.push(...found.map((one) => ({ ...one, path: `themes/${name}/${one.path}` })));
  }
  return { texts, findings };
}
