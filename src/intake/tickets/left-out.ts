import { type LeftOutReason, leftOutReasons } from '#kb/tickets/imports/left-out.ts';
import { escapeRegExp } from '#kb/values/escape.ts';
import { wordKey } from '#kb/values/word-key.ts';
import { literal, type Sql } from './sql.ts';

/** A place in a ticket that says that it isn't a customer's question. */
export interface LeftOutWhere {
  reason: LeftOutReason;
  /** Its text. */
  value: Sql;
  /** The values that say so, in lowercase; without them, any value does except one that means no. */
  is?: readonly string[] | undefined;
}

/** What is written for "no" in a column of flags. */
const no = [
  '0',
  'false',
  'f',
  'no',
  'n',
  'null',
  'none',
  '-',
  '[]',
  '{}',
  'nein',
  'non',
  'ei',
  'nej',
  'nee',
  'não',
  'ne',
  'нет',
  'خیر',
];
const yes = ['1', 'true', 't', 'yes', 'y', 'x', 'ja', 'oui', 'sí', 'si', 'sim', 'sì', 'kyllä', 'da', 'да', 'بله'];

const words = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

/** Values of a status that mean that a ticket isn't a question, in the languages that desks translate them into. */
const statuses: Readonly<Partial<Record<LeftOutReason, readonly string[]>>> = {
  spam: words(
    `spam | junk | marked as spam | suspended | spam/junk | roskaposti | skräppost | søppelpost | uønsket | indésirable | pourriel |
    correo no deseado | lixo eletrônico | posta indesiderata | ongewenst | neželjena pošta | спам | هرزنامه | بريد عشوائي | istenmeyen |
    迷惑メール | スパム | 垃圾邮件`,
  ),
  deleted: words(
    `deleted | trash | trashed | in trash | in the trash | removed | gelöscht | papierkorb | supprimé | supprimée | corbeille | eliminado | eliminada |
    papelera | excluído | excluída | lixeira | eliminato | eliminata | cestino | verwijderd | prullenbak | poistettu | roskakori | borttagen |
    raderad | slettet | papirkurv | obrisano | usunięte | usunięty | удалено | удалена | удалён | удален | smazáno | silindi | حذف شده |
    محذوف | 削除済み | 已删除`,
  ),
  merged: words(
    `merged | closed by merge | merge | zusammengeführt | fusionné | fusionnée | fusionado | fusionada | combinado | mesclado | mesclada | unito | unita |
    samengevoegd | yhdistetty | sammanslagen | sammanfogad | flettet | sammenflettet | slått sammen | spojeno | scalone | scalony | объединено | объединена |
    sloučeno | birleştirildi | ادغام شده | مدمج | 統合済み | 已合并`,
  ),
  test: ['test', 'test ticket'],
};

/** Names of columns that say so, whatever they hold except "no", or only for a clear "yes". */
const flags: readonly { reason: LeftOutReason; names: readonly string[]; is?: readonly string[] }[] = [
  {
    reason: 'deleted',
    names: words(
      `deleted | is deleted | isdeleted | trashed | is trashed | istrashed | in trash | deleted at | deleted on | deleted datetime | deleted date |
      trashed at | trashed on | trashed datetime`,
    ),
  },
  { reason: 'spam', names: ['spam', 'is spam', 'isspam', 'marked as spam', 'spam?'] },
  {
    reason: 'merged',
    names: words(
      'is merged | ismerged | merged into | merged to | merged into id | merged to id | merged into ticket | merge target | merge target id',
    ),
  },
  { reason: 'merged', names: ['merged'], is: yes },
  { reason: 'side-conversation', names: ['side conversation', 'is side conversation'], is: yes },
  { reason: 'test', names: ['test', 'is test', 'test ticket', 'is test ticket'], is: yes },
];

const channels = words('via | via channel | channel | source | ticket channel | created via');
const moreStatuses = words(
  'conversation status | state type | statetype | case status | request status | status name | state name',
);

/**
 * The places of a table that say that a ticket isn't a question.
 *
 * @param names the names of its columns, in lowercase with single spaces
 * @param statusNames names of columns with a status
 */
export function leftOutPlaces(
  names: readonly string[],
  statusNames: readonly string[],
  cell: (index: number) => Sql,
): LeftOutWhere[] {
  return names.flatMap((name, index): LeftOutWhere[] => {
    const value = cell(index);
    if (statusNames.includes(name) || moreStatuses.includes(name))
      return leftOutReasons.flatMap((reason) => (statuses[reason] ? [{ reason, value, is: statuses[reason] }] : []));
    if (channels.includes(name))
      return [
        { reason: 'side-conversation', value, is: ['side_conversation', 'side conversation', 'side-conversation'] },
      ];
    return flags.filter((flag) => flag.names.includes(name)).map(({ reason, is }) => ({ reason, value, is }));
  });
}

/** How a query finds the tickets that are left out. */
export interface LeftOutSql {
  /** What is read of a ticket, as columns with the names of {@link leftOutColumn}. */
  values: readonly Sql[];
  /** Of these columns, the code of the reason, counted from 1; 0 if the ticket counts. */
  code: Sql;
}

export function leftOutColumn(place: number): Sql {
  return `left_${place}`;
}

/** @param more conditions that have no value of a place */
export function leftOutSql(
  places: readonly LeftOutWhere[],
  more: readonly { reason: LeftOutReason; when: Sql }[] = [],
): LeftOutSql {
  const values = [...new Set([...places.map(({ value }) => `word_key(${value})`), ...more.map(({ when }) => when)])];
  const column = (value: Sql) => leftOutColumn(values.indexOf(value));
  const whens = leftOutReasons.map((reason) => [
    ...places
      .filter((one) => one.reason === reason)
      .map(({ value, is }) => conditionOf(column(`word_key(${value})`), is)),
    ...more.filter((one) => one.reason === reason).map(({ when }) => column(when)),
  ]);
  const cases = whens.flatMap((conditions, place) =>
    conditions.length === 0 ? [] : [`WHEN ${conditions.join(' OR ')} THEN ${place + 1}`],
  );
  if (cases.length === 0) return { values, code: '0' };
  // Almost no ticket is left out, so one pattern per column decides for almost all.
  const any = [...Map.groupBy(places, ({ value }) => column(`word_key(${value})`))].map(([key, all]) =>
    all.every(({ is }) => is)
      ? conditionOf(
          key,
          all.flatMap(({ is }) => is ?? []),
        )
      : `${key} <> ''`,
  );
  const some = [...any, ...more.map(({ when }) => column(when))].join(' OR ');
  return { values, code: `CASE WHEN NOT coalesce(${some}, false) THEN 0 ${cases.join(' ')} ELSE 0 END` };
}

function conditionOf(key: Sql, is: readonly string[] | undefined): Sql {
  const pattern = literal((is ?? no).map((word) => escapeRegExp(wordKey(word))).join('|'));
  return is
    ? `coalesce(regexp_full_match(${key}, ${pattern}), false)`
    : `coalesce(${key} <> '' AND NOT regexp_full_match(${key}, ${pattern}), false)`;
}
