const words = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

/** What Zendesk, Freshdesk and others call a ticket that is solved or closed, in the languages they write lists in. */
export const closed = words(
  `solved | resolved | closed | done | gelöst | geschlossen | erledigt | résolu | résolue | clos | fermé | resuelto | cerrado |
  resolvido | fechado | encerrado | risolto | chiuso | opgelost | gesloten | ratkaistu | suljettu | löst | stängd | stängt | åtgärdad | løst | lukket | avsluttet |
  riješeno | zatvoreno | حل شده | حل‌شده | بسته | بسته شده | بسته‌شده | تم الحل | مغلق | rozwiązane | zamknięte | решено | решена | закрыто | закрыта |
  vyřešeno | uzavřeno | megoldva | lezárva | çözüldü | kapalı | kapatıldı | 解決済み | 完了 | クローズ | 已解决 | 已关闭`,
);

/** Jira's third category of states, in the languages of its sites. */
export const done = words(
  `done | complete | fertig | erledigt | terminé | terminée | listo | finalizado | concluído | itens concluídos | completato | completata | gereed |
  klaar | valmis | klart | klar | færdig | udført | ferdig | fullført | gotovo | dovršeno | gotowe | ukończone | готово | выполнено | hotovo | kész | tamam |
  bitti | 完了 | 完成`,
);

/** Answers to "How would you rate the support you received?", with and without a remark. */
export const good = words(
  `good | good with comment | gut | bien | bon | bonne | buena | bueno | boa | bom | buona | buono | goed | hyvä | bra | god | godt | dobro | dobra |
  خوب | جيد | хорошо | iyi | 良い | 好`,
);
export const bad = words(
  `bad | bad with comment | schlecht | mal | mauvais | mauvaise | mala | malo | ruim | cattiva | cattivo | slecht | huono | dålig | dåligt | dårlig |
  loše | zła | بد | سيئ | плохо | kötü | 悪い | 差`,
);
export const unanswered = words(
  `offered | unoffered | not offered | angeboten | nicht angeboten | proposée | non proposée | ofrecida | no ofrecida | tarjottu | ei tarjottu |
  erbjuden | inte erbjuden | ponuđeno | nije ponuđeno`,
);
