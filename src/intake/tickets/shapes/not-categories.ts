import type { TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { escapeRegExp } from '#kb/values/escape.ts';
import { wordKey } from '#kb/values/word-key.ts';
import { plainName } from '../../column-name.ts';
import { bad, closed, done, good, unanswered } from '../formats/outcome-words.ts';

const words = (text: string): string[] => text.split('|').map((word) => word.trim());
const anyOf = (...lists: readonly (readonly string[])[]) =>
  `(?:${[...new Set(lists.flat().map((word) => escapeRegExp(wordKey(word))))].sort().join('|')})`;

const flags = words(
  `yes | no | y | n | true | false | t | f | 0 | 1 | x | on | off | enabled | disabled | active | inactive | checked | unchecked | ja | nein | nej | nee |
  oui | non | sí | si | sì | não | sim | kyllä | ei | da | ne | tak | nie | да | нет | evet | hayır | بله | خیر | نعم | لا | はい | いいえ | 是 | 否 | 예 | 아니요 |
  n/a | na | none | null | unknown | undefined | empty | not set`,
);
const states = words(
  `new | open | opened | reopened | re-opened | pending | on hold | on-hold | hold | waiting | in progress | in-progress | inprogress | in review | to do | todo |
  backlog | assigned | unassigned | unresolved | resolved | solved | closed | cancelled | canceled | rejected | declined | approved | completed |
  complete | finished | answered | unanswered | replied | snoozed | archived | active | inactive | escalated | deferred | draft | published | visible |
  not started | started | queued | paused | duplicate | won't do | wontfix | won't fix | deleted | spam | trash | merged | suspended | acknowledged |
  neu | offen | in bearbeitung | wartend | warten | zugewiesen | nouveau | ouvert | ouverte | en attente | en cours | assigné | nuevo | abierto | abierta |
  pendiente | en espera | en curso | en progreso | novo | aberto | pendente | em espera | em andamento | nuovo | aperto | aperta | in attesa | in corso |
  nieuw | geopend | in behandeling | in de wacht | uusi | avoin | avattu | odottaa | odottava | käsittelyssä | kesken | ny | öppen | pågående | väntande | åben |
  åpen | afventer | venter | igangværende | novi | otvoreno | na čekanju | u tijeku | جدید | باز | در انتظار | در حال بررسی | جديد | مفتوح | قيد الانتظار | nowe |
  otwarte | oczekujące | w toku | новый | новая | открыт | открыто | открыта | в ожидании | в работе | yeni | açık | beklemede | 新規 | 未対応 | 対応中 | 保留 |
  オープン | 新建 | 打开 | 待处理 | 处理中`,
);
const priorities = words(
  `low | lowest | minor | trivial | normal | medium | moderate | standard | default | high | higher | highest | major | urgent | critical | blocker | emergency |
  none | very low | very high | planning | niedrig | gering | mittel | hoch | dringend | kritisch | sehr hoch | basse | faible | moyenne | normale | haute | élevée |
  urgente | critique | baja | bajo | media | medio | alta | alto | crítica | baixa | baixo | média | médio | bassa | basso | laag | gemiddeld | hoog | matala |
  alhainen | normaali | keskitaso | korkea | kiireellinen | kriittinen | låg | lav | medel | middel | hög | høj | høy | brådskande | niski | średni | wysoki |
  pilny | низкий | средний | высокий | срочный | критический | düşük | orta | yüksek | acil | کم | متوسط | زیاد | فوری | منخفض | مرتفع | عاجل | 低 | 中 | 高 | 緊急 | 紧急`,
);
const channels = words(
  `email | e-mail | e mail | mail | web | web form | webform | web_form | website | web widget | widget | online | portal | help center | help centre | help_center |
  customer portal | self service | self-service | service portal | jira | api | phone | phone call | telephone | call | voice | voicemail | callback | phone call (inbound) |
  phone call (outbound) | chat | live chat | livechat | native_messaging | messaging | messenger | facebook | facebook messenger | facebook post |
  facebook private message | instagram | instagram direct | twitter | twitter dm | twitter direct message | twitter mention | x | whatsapp | telegram | viber | line |
  wechat | sms | text | text message | social | social media | community | forum | slack | teams | microsoft teams | mobile | mobile app | mobile sdk | mobile_sdk | app | ios |
  android | in-app | in app | sdk | walk-in | walk in | in person | letter | fax | post | internal | agent | bot | chatbot | system | rule | automation | import | feedback widget |
  feedback_widget | outbound email | inbound | outbound | inbound email | any channel | any_channel | sample ticket | telefon | téléphone | teléfono | telefone | telefono |
  telefoon | puhelin | sähköposti | e-post | verkkolomake | verkko | formular | formulaire | formulario | formulário | correo | correo electrónico | courriel | kontaktformular |
  brief | anruf | e-posta | ایمیل | تلفن | وب | چت | بريد إلكتروني | هاتف | почта | телефон | чат | сайт | メール | 電話 | チャット | ウェブ | 邮件 | 电话 | 网页`,
);
const types = words(
  'question | incident | problem | task | ticket | conversation | case | request | service request | change | issue | support | lead | customer | user | contact',
);
const sentiments = words(
  'positive | negative | neutral | mixed | very positive | very negative | satisfied | dissatisfied | unsatisfied | promoter | passive | detractor | not offered | bad | good',
);

/** Codes and names of languages, in English and in themselves. */
function languages(): string[] {
  const codes = words(
    `ar | bg | bn | bs | ca | cs | da | de | el | en | es | et | fa | fi | fr | he | hi | hr | hu | id | is | it | ja | ko | lt | lv | ms | nb | nl | no | pl | pt | ro | ru | sk | sl | sq |
    sr | sv | th | tl | tr | uk | ur | vi | zh`,
  );
  return codes.flatMap((code) => [
    code,
    ...['en', code].map((shown) => new Intl.DisplayNames(shown, { type: 'language' }).of(code) ?? code),
  ]);
}

const time = String.raw`\d{1,2}:\d{2}.*`;
const date = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2} \S+ \d{4}|\S+ \d{1,2},? \d{4}).*`;

/**
 * What a column holds that no topic is about, as patterns that a whole value in the form of `wordKey` must match; they
 * mean the same in JavaScript, DuckDB and PostgreSQL.
 */
export const otherMeanings: readonly string[] = [
  anyOf(flags),
  `${anyOf(states, closed, done)}|(?:waiting|awaiting|pending|on hold|in progress|open|resolved|closed|solved|odottaa|wartet|warten)[ ,:(/-].*`,
  `${anyOf(priorities)}|(?:p|sev|s|prio|priority|severity)[ _-]?[0-9]|[0-9] ?[-–.:)] ?${anyOf(priorities)}`,
  anyOf(channels),
  anyOf(types),
  anyOf(sentiments, good, bad, unanswered),
  `${anyOf(languages())}|[a-z]{2}[-_][a-z]{2}|[a-z]{2}[-_][a-z]{4}([-_][a-z]{2})?`,
  "[-+(]?[0-9][0-9.,' ]*[%)a-z]{0,3}",
  `${time}|${date}`,
  '(?:https?:|www\\.|mailto:|/).*|.*@.*|#[0-9a-f]{3,8}|[0-9a-f]{8}-[0-9a-f]{4}-.*|[0-9a-f]{16,}',
  String.raw`(?:\S+\s+){6,}\S+`,
];

/** From this share of its values on, a column holds only such things. */
export const MOSTLY = 0.75;

/** Names of columns that say it. */
const otherNames =
  /(?:^| )(?:status|state|stage|phase|priority|severity|urgency|impact|channels?|via|sources?|medium|origin|languages?|locale|brand|agents?|assignees?|owners?|pipeline|sla|plan|tier|segment|vip|country|region|city|currency|satisfaction|csat|nps|rating|sentiment|score|gender|device|browser|platform|version|domain|spam|deleted|archived|trashed|private|escalated|overdue|closed|resolved|solved|satisfied|email|phone|url|uri|link|self|uuid|content|excerpt|snippet|blurb|body|html|date|time|datetime|timestamp|count|total|number|subject|customer|requester|name)$/;
/** Names that promise words all the same. */
const promising =
  /categor|topic|reason|issue|theme|cause|concern|inquiry|enquiry|type|kind|motiv|grund|thema|syy|aihe|orsak|motif|tag|label/;

/** Whether the name of a column or field says that it holds no category. */
export function namesOtherThings(attribute: TicketAttribute): boolean {
  if (!('name' in attribute) || attribute.kind === 'tag-prefix') return false;
  const last = attribute.name.split('.').slice(-2).join(' ');
  const name = plainName(last);
  return otherNames.test(name.replace(/ (?:name|value|label|id|code)$/, '')) && !promising.test(name);
}
