import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type MadeArticle, writeArticles } from './articles.ts';

const files: Readonly<Record<string, string>> = {
  'config.toml': 'baseURL="https://help.example.com/"\ntitle="Bench"\ndisableKinds=["taxonomy","term","RSS"]\n',
  'layouts/_default/baseof.html':
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Summary | plainify | truncate 150 }}"><link rel="canonical" href="{{ .Permalink }}"></head><body><main>{{ block "main" . }}{{ end }}</main></body></html>',
  'layouts/_default/list.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
  'layouts/_default/single.html':
    '{{ define "main" }}<article data-pagefind-body><h1>{{ .Title }}</h1><aside>{{ .TableOfContents }}</aside>{{ .Content }}</article><ul>{{ range first 5 (site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
};

/** The version of the Hugo on the path, if there is one. */
export async function hugoVersion(): Promise<string | undefined> {
  const answer = await promisify(execFile)('hugo', ['version']).catch(() => undefined);
  return answer && (/v(\d+\.\d+(\.\d+)?)/.exec(answer.stdout)?.[1] ?? 'unknown');
}

/** A Hugo site with the usual parts of a help center: contents, related articles and lists by section. */
export async function layOutHugo(folder: string, articles: readonly MadeArticle[]): Promise<void> {
  await writeArticles(join(folder, 'content'), articles, 'md');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
