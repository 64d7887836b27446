import type { LeftOutReason } from '#kb/tickets/imports/left-out.ts';

/** Dates that programs write for none. */
const noDates = ['0000-00-00', '0001-01-01', '1900-01-01', '1970-01-01'].flatMap((day) =>
  ['', ' 00:00', ' 00:00:00', ' 00:00:00.000', 't00:00:00', 't00:00:00z', 't00:00:00.000z', 't00:00:00+00:00'].map(
    (time) => day + time,
  ),
);

/** What is written for "no", or for nothing at all, in a column of flags. */
export const no = [
  ...noDates,
  '\\n',
  'n/a',
  'na',
  'nil',
  'undefined',
  '(null)',
  '(none)',
  '(empty)',
  '[null]',
  'not set',
  'not merged',
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
/** What is written for "yes". */
export const yes = [
  '1',
  'true',
  't',
  'yes',
  'y',
  'x',
  'ja',
  'oui',
  'sí',
  'si',
  'sim',
  'sì',
  'kyllä',
  'da',
  'да',
  'بله',
];

const words = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

/** Values of a status that mean that a ticket isn't a question, in the languages that desks translate them into. */
export const statuses: Readonly<Partial<Record<LeftOutReason, readonly string[]>>> = {
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

/** What reports and pivot tables write in front of a row of sums. */
export const totals = words(
  `total | totals | grand total | subtotal | sub total | sub-total | total result | sum | overall | summe | gesamt | gesamtsumme |
  gesamtergebnis | insgesamt | zwischensumme | total général | somme | suma | suma total | total general | total geral | soma | totale |
  totale complessivo | totale generale | somma | totaal | eindtotaal | yhteensä | kaikki yhteensä | summa | totalt | totalsumma | i alt | итого |
  всего | общий итог | itogo | razem | suma końcowa | celkem | celkový součet | összesen | végösszeg | toplam | genel toplam | ukupno | skupaj |
  σύνολο | общо | разом | جمع | جمع کل | المجموع | الإجمالي | الإجمالي الكلي | סה"כ | סך הכל | 合計 | 総計 | 合计 | 总计 | 總計 | 합계 | 총합계 | รวม | ผลรวมทั้งหมด |
  tổng | tổng cộng | jumlah`,
).flatMap((word) => [word, `${word}:`]);

/** A column that says so by its name, whatever it holds except "no", or only for some values. */
export interface LeftOutFlag {
  reason: LeftOutReason;
  names: readonly string[];
  is?: readonly string[];
  /** Columns that must all be there too, because the name or the values would mean something else in other exports. */
  beside?: readonly string[];
}

export const flags: readonly LeftOutFlag[] = [
  {
    reason: 'deleted',
    names: words(
      `deleted | is deleted | isdeleted | trashed | is trashed | istrashed | in trash | deleted at | deleted on | deleted datetime | deleted date |
      trashed at | trashed on | trashed datetime`,
    ),
  },
  // HubSpot calls a deleted record archived.
  { reason: 'deleted', names: ['archived'], is: yes, beside: ['hs object id'] },
  { reason: 'spam', names: ['spam', 'is spam', 'isspam', 'marked as spam', 'spam?'] },
  // OTRS has a queue of this name.
  { reason: 'spam', names: words('queue | queue name | folder | folder name'), is: ['junk', 'spam'] },
  { reason: 'deleted', names: words('folder | folder name'), is: ['trash', 'deleted'] },
  {
    reason: 'merged',
    names: words(
      `is merged | ismerged | merged into | merged to | merged into id | merged to id | merged into ticket | merge target | merge target id |
      master record id | masterrecordid | master case | master case id | masterid | master ticket | master ticket id`,
    ),
  },
  { reason: 'merged', names: ['merged'], is: yes },
  { reason: 'side-conversation', names: ['side conversation', 'is side conversation'], is: yes },
  // GitHub lists pull requests among the issues.
  { reason: 'side-conversation', names: ['pull request url'] },
  { reason: 'test', names: ['test', 'is test', 'test ticket', 'is test ticket'], is: yes },
  // LiveAgent writes letters, and Re:amaze numbers.
  { reason: 'deleted', names: ['status'], is: ['x'], beside: ['owner contactid', 'departmentid'] },
  { reason: 'spam', names: ['status'], is: ['b'], beside: ['owner contactid', 'departmentid'] },
  { reason: 'spam', names: ['status'], is: ['3'], beside: ['slug', 'tag list'] },
];

/** Names of columns with the channel. */
export const channelColumns = words('via | via channel | channel | source | ticket channel | created via');
/** More names of columns with a status. */
export const moreStatuses = words(
  `conversation status | conversation state | state type | statetype | case status | request status | status name | state name |
  status reason | current status | ticket state | statusgrund | raison du statut`,
);
