import { basename, relative, resolve } from 'node:path';
import type { ImportedSite, Loss } from '#intake/articles/imported-site.ts';
import { importers } from '#intake/articles/importers/all.ts';
import { openBodies } from '#io/articles/body-threads.ts';
import { replaceFile } from '#io/machine/atomic-write.ts';
import { printVotes, votesPath } from '#io/records/votes.ts';
import { isLocaleTag } from '#kb/values/locale.ts';
import { count, countCategories } from '#report/layout/numbers.ts';
import { changesText } from './import/changes-text.ts';
import { importBodies } from './import/import-bodies.ts';
import { memoryFile } from './import/memory.ts';
import { readSourceFolder } from './import/read-source.ts';
import { reportFile, reportText } from './import/report.ts';
import { sourceFolder } from './import/source-folder.ts';
import { topicSetup } from './import/topic-setup.ts';
import { planContent } from './import/write-content.ts';
import { defineCommand } from './shared/command.ts';
import { failureText, NOTHING, Refusal, UsageError } from './shared/failures.ts';
import { showProgress } from './shared/progress.ts';
import { listOf } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'import',
  summary: "Import the articles of another help center, or what changed there, and list what wasn't imported.",
  details: 'Then check the articles: npm run check -- --content imported',
  arguments: {
    from: {
      placeholder: 'FROM',
      about: `What to import: ${sources()}`,
    },
    folder: { placeholder: 'PATH', about: 'Folder to import, or the address of a help desk or website' },
  },
  options: {
    into: { value: 'DIR', about: 'Content folder to create, or to update', default: 'imported' },
    'dry-run': { about: 'Show what would change, and write nothing' },
    locale: {
      value: 'LOCALE',
      about: "Language of articles that don't say it in their folder, name or front matter",
      otherwise: 'what the source says, or en',
      read: readLocale,
    },
    name: {
      value: 'NAME',
      about: 'Name of the help center',
      otherwise: 'what the source says, or the name of the folder',
    },
    topics: { about: 'Propose topics for the articles, and ticket categories for the topics' },
    report: { value: 'FILE', about: "File for everything that wasn't imported unchanged: .md, .csv or .json" },
    json: { about: 'Print JSON: {articles, copied, changes: [{path, change}], topics, losses: [{path, line, what}]}' },
  },
  examples: [
    'npm run import -- markdown old-docs --into content',
    'npm run import -- zendesk https://acme.zendesk.com --dry-run',
  ],
  run: async ({ into, 'dry-run': dryRun, locale, name, topics, report, json }, { from, folder }) => {
    const importer = importers.find((one) => one.name === from);
    if (!importer)
      throw new UsageError(`Can't import from "${from}". Use ${listOf(importers.map((one) => one.name))}.`);
    const target = resolve(into);
    const source = await sourceFolder(importer, folder, target, locale);
    const { files, assets, losses } = await readSourceFolder(source, importer);
    if (!files.some(({ path }) => importer.reads(path)) && losses.length === 0)
      throw new Refusal(`There is no ${importer.needs} in ${folder}. ${NOTHING}`);
    const today = new Date().toISOString().slice(0, 10);
    const memory = memoryFile(target, importer.name, source);
    const setup = await topicSetup(topics === true, target, memory);
    const options = { locale, name: name ?? basename(source), today, topics: setup };
    // Threads start while the collection is read.
    const bodies = openBodies(files.reduce((sum, { text }) => sum + text.length, 0));
    let imported: ImportedSite;
    const progress = showProgress();
    try {
      const collection = importer.collect(files, assets, options);
      if (collection.pages.length + collection.losses.length + losses.length === 0)
        throw new Refusal(`There is no ${importer.needs} in ${folder}. ${NOTHING}`);
      collection.losses.push(...losses);
      let shown = 0;
      const all = { ...options, name: name ?? collection.name ?? options.name };
      imported = await importBodies(collection, source, all, bodies, (done) => {
        if (done - shown < 0.01) return;
        shown = done;
        progress.show('Importing', done);
      });
    } finally {
      await bodies.close();
      progress.clear();
    }
    if (imported.votes.length > 0)
      imported.files.push({
        path: votesPath,
        text: printVotes(imported.votes.map((votes) => ({ day: today, ...votes }))),
      });
    const plan = await planContent({ target, named: into, source, memory, imported });
    if (!dryRun) await plan.write();
    if (report !== undefined) await writeReport(report, plan.losses);
    const articles = imported.files.filter(({ path }) => path.endsWith('.mdx')).length;
    const where = relative(process.cwd(), target) || '.';
    if (json) {
      const changes = plan.updates
        .filter(({ change }) => change !== 'same')
        .map(({ path, from, change, conflicts }) => ({ path, from, change, conflicts }));
      const result = {
        articles,
        copied: imported.copies.length,
        changes,
        ...(imported.topics && { topics: imported.topics }),
        losses: plan.losses,
      };
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    } else {
      const wrote = dryRun ? 'Would write' : 'Wrote';
      const numbers = `${wrote} ${where}: ${count(articles, 'article')} and ${count(imported.copies.length, 'other file')}.`;
      const written = plan.isNew ? `${numbers} ` : changesText(plan.updates, where, dryRun);
      const next = dryRun ? NOTHING : `Now run: npm run check -- --content ${where}`;
      process.stdout.write(
        `${reportText(plan.losses)}${written}${topicsText(imported)}${summaryOf(plan.losses.length, report)}\n${next}\n`,
      );
    }
    return 0;
  },
});

async function writeReport(file: string, losses: readonly Loss[]): Promise<void> {
  await replaceFile(resolve(file), reportFile(file, losses)).catch((error: unknown) => {
    throw new Refusal(`The report can't be written. ${failureText(error)} Name another file with --report.`);
  });
}

/** The names of the importers, those for the same type of source together. */
function sources(): string {
  const groups = Map.groupBy(importers, ({ source }) => source);
  return [...groups].map(([source, group]) => `${group.map(({ name }) => name).join(', ')} (${source})`).join('; ');
}

function readLocale(text: string, label: string): string {
  if (!isLocaleTag(text)) throw new UsageError(`${label} is "${text}". Use a language code such as en or fi.`);
  return text;
}

function topicsText({ topics }: ImportedSite): string {
  if (!topics) return '';
  const { proposed, articles, matched, unmatched } = topics;
  const all = matched + unmatched;
  const tickets = all === 0 ? '' : `, and linked ${matched} of ${countCategories(all)} of your tickets`;
  return `Proposed ${count(proposed, 'topic')} for ${count(articles, 'article')}${tickets}. Review them in topics.yaml.\n`;
}

function summaryOf(losses: number, report: string | undefined): string {
  if (losses === 0) return 'Everything was imported.';
  const all = report === undefined ? 'List them all in a file with --report FILE.' : `${report} lists them all.`;
  return `${count(losses, 'thing')} couldn't be imported unchanged (see above). ${all}`;
}

if (import.meta.main) await runCommand(command);
