import { isData } from '#kb/values/data.ts';
import { type DeskRecord, type DeskRecords, idOf, recordOf, recordsOf } from '../records/desk-records.ts';
import type { ArticleDesk } from './desk.ts';
import { readZammad } from './zammad-content.ts';

const ROOT = 'api/v1/knowledge_bases';

/** The type of authorization, as in RFC 7235. */
const SCHEME = 'Token';

/** Texts come in portions of this many. */
const AT_ONCE = 50;

/** Zammad's knowledge base: one answer with everything in it, except the texts, which are asked for by their ids. */
export const zammadArticles: ArticleDesk = {
  name: 'zammad',
  label: 'Zammad',
  token: {
    variables: ['ZAMMAD_TOKEN'],
    required: true,
    about: 'An access token with the permission to edit the knowledge base also reads drafts.',
  },
  authorize: ({ ZAMMAD_TOKEN: token }) => (token ? { Authorization: `${SCHEME} token=${token}` } : undefined),
  apiOf: (address) => new URL('/', address),
  async download(api, _address, records) {
    const whole = (await api.post(`${ROOT}/init`, {})).json;
    addAssets(records, whole);
    const missing = contentIds(records);
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      const ids = missing.slice(start, start + AT_ONCE).map(Number);
      addAssets(records, (await api.post(`${ROOT}/init`, { answer_translation_content_ids: ids })).json);
    }
    // Readers who may not edit get each text only with its answer.
    const open = new Set(contentIds(records));
    const answers = records.byId('KnowledgeBaseAnswer');
    const categories = records.byId('KnowledgeBaseCategory');
    for (const translation of records.all('KnowledgeBaseAnswerTranslation')) {
      const content = idOf(translation.content_id);
      if (content === undefined || !open.has(content)) continue;
      const answer = answers.get(idOf(translation.answer_id) ?? '') ?? {};
      const base = idOf(categories.get(idOf(answer.category_id) ?? '')?.knowledge_base_id) ?? '1';
      const path = `${ROOT}/${base}/answers/${idOf(answer.id)}?full=1&include_contents=${content}`;
      const read = await api.getIfAllowed(path);
      if (read) addAssets(records, read.json);
      else api.report(`The text of the answer ${idOf(answer.id)} can't be read.`);
    }
  },
  kindOf: (record, hint) => {
    const known = KINDS.find((kind) => kind.toLowerCase() === hint.replace(/[^a-z]/g, ''));
    if (known) return known;
    if (record.kb_locale_id !== undefined && record.answer_id !== undefined) return 'KnowledgeBaseAnswerTranslation';
    if (record.kb_locale_id !== undefined && record.category_id !== undefined)
      return 'KnowledgeBaseCategoryTranslation';
    return undefined;
  },
  within: {},
  read: readZammad,
};

const KINDS = [
  ...['KnowledgeBase', 'KnowledgeBaseTranslation', 'KnowledgeBaseLocale', 'KnowledgeBaseCategory'],
  ...['KnowledgeBaseCategoryTranslation', 'KnowledgeBaseAnswer', 'KnowledgeBaseAnswerTranslation'],
  ...['KnowledgeBaseAnswerTranslationContent', 'Locale', 'User'],
];

function addAssets(records: DeskRecords, json: unknown): void {
  const answer = recordOf(json);
  const assets = isData(answer.assets) ? answer.assets : answer;
  for (const [kind, all] of Object.entries(assets)) records.add(kind.replaceAll('::', ''), recordsOf(all));
}

/** Ids of texts that are named and not there. */
function contentIds(records: DeskRecords): string[] {
  const there = records.byId('KnowledgeBaseAnswerTranslationContent');
  const has = (content: DeskRecord | undefined) => typeof content?.body === 'string';
  return records
    .all('KnowledgeBaseAnswerTranslation')
    .map(({ content_id: id }) => idOf(id))
    .filter((id) => id !== undefined && !has(there.get(id))) as string[];
}
