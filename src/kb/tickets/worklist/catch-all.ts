import { wordKey } from '../../values/word-key.ts';

/** From this share of all tickets on, a category that no topic claims says too little about them. */
const MOST = 0.6;

const names = new Set(
  `general|general inquiry|general inquiries|general enquiry|general question|general questions|general support|general request|other|others|other question|
  other questions|misc|misc.|miscellaneous|support|support request|customer service|customer support|question|questions|inquiry|enquiry|request|help|default|
  standard|uncategorized|uncategorised|unclassified|unassigned|unknown|undefined|none|n/a|na|not set|no category|everything else|something else|various|contact|
  allgemein|allgemeines|allgemeine anfrage|sonstige|sonstiges|andere|anderes|verschiedenes|général|générale|autre|autres|divers|question générale|
  general y otros|otro|otros|otra|varios|consulta general|geral|outro|outros|outra|diversos|generale|altro|altri|varie|algemeen|overig|overige|anders|yleinen|yleiset|
  yleistä|muu|muut|muu asia|muut asiat|sekalaiset|allmänt|allmän|övrigt|annat|generelt|andet|annet|diverse|øvrigt|øvrig|općenito|ostalo|razno|ogólne|inne|pozostałe|
  общее|общие вопросы|другое|прочее|разное|genel|diğer|عمومی|سایر|متفرقه|عام|أخرى|その他|一般|其他|一般问题|기타`
    .split('|')
    .map((name) => wordKey(name)),
);

/**
 * Whether a category without a topic says too little to be one: agents choose it if they choose nothing.
 *
 * @param tickets in this category
 * @param all tickets of that time
 */
export function isCatchAll(category: string, tickets: number, all: number): boolean {
  return isGeneral(category) || (all > 0 && tickets >= all * MOST);
}

/** Whether the category is called "Other" or the like. */
export function isGeneral(category: string): boolean {
  return names.has(wordKey(category));
}
