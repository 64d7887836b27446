/** The times of a ticket that are counted by. */
export type TimeMeaning = 'created' | 'updated';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/[\s|]+/).filter((word) => word !== ''));

/** What surrounds the word that matters, in any order: words for time, prepositions, and what a desk calls a ticket. */
const around = words(`
  at on the of in is was as date dates time datetime timestamp stamp day dt ts utc gmt iso local epoch field custom sys hs ticket tickets
  case cases conversation conversations issue issues incident incidents request requests inquiry enquiry thread support message
  d di della al du au an am der die das den dem um zeit zeitpunkt uhrzeit datum vorgang vorgangs tickets fall anfrage le la les l de du des à heure
  demande dossier el los fecha hora incidencia caso solicitud em no na data do da hora chamado il lo del della ora richiesta op
  tijd tijdstip verzoek melding aika pvm päivä päivämäärä tiketin tiketti pyynnön på dato dag tid tidspunkt ärende ärendet sag sagen
  sak saken vrijeme zahtjev zahtjeva upita čas idő dátum dátuma dne w dnia czas zgłoszenia zgłoszenie ora datei tarihi
  tarih saat saati zamanı zaman talep дата время час обращения заявки тикета в на تاریخ زمان ساعت در تیکت درخواست شده شد تاريخ وقت في تم
  التذكرة ημερομηνία ώρα תאריך שעת kuupäev aeg datums laiks data laikas tanggal waktu ngày thời gian lúc वि`);
/** "Last" and the like, which say nothing more of an update. */
const latest = words(`
  last latest recent recently most letzte letzter letzten zuletzt dernière dernier última último ultimo ultima laatste laatst viimeisin
  viimeinen viimeksi senaste senast seneste senest sist siste posljednje zadnja zadnje ostatnia ostatnio poslední naposledy utolsó son
  последнее последняя آخرین آخر`);

/**
 * The words that matter, by what they mean, the surest meaning first: the desk's own day of opening is kept when
 * tickets move to another system, while the day of creation can be that of the move.
 */
const opened: readonly ReadonlySet<string>[] = [
  words(`opened opening open eröffnet geöffnet eröffnung eröffnungsdatum eröffnungszeit öffnungsdatum ouvert ouverte ouverture abierto
    abierta apertura aberto aberta abertura aperto aperta geopend openingsdatum avattu avauspäivä avausaika öppnad öppnat öppnades åbnet
    åpnet otvoreno otvaranja otevřeno otevření megnyitva deschis açılış açıldı otwarto otwarcia открыт открыто открытия відкрито
    отворен باز άνοιγμα avatud atvērts נפתח פתיחה dibuka odprto obert`),
  words(`created creation create creating entered entry inserted erstellt erstellung erstelldatum erstellungsdatum erstellzeit erstellungszeit
    erstellungszeitpunkt angelegt anlage anlagedatum anlagezeit erfasst erfassungsdatum créé créée création creado creada creación criado
    criada criação creato creata creazione aangemaakt aanmaak aanmaakdatum aangemaakte gemaakt luotu luonti luontiaika luontipäivä
    luontipäivämäärä skapad skapat skapades skapande skapandedatum oprettet oprettelse oprettelsesdato opprettet opprettelse
    opprettelsesdato opprettelsestidspunkt stvoreno kreirano kreiran kreiranja stvaranja izrađeno izrade креирано vytvořeno vytvořen
    vytvoření vytvorené vytvorenia létrehozva létrehozás létrehozásának creat creată creării oluşturuldu oluşturulma oluşturma utworzono utworzone
    utworzenia создано создан создана создания створено створення създаден създадено създаване δημιουργήθηκε δημιουργίας ایجاد ساخت
    الإنشاء إنشاء إنشاؤها أنشئت נוצר יצירה loodud loomise izveidots izveides sukurta sukūrimo dibuat pembuatan tạo สร้าง ustvarjeno ustvarjanja
    作成 起票 创建 建立 建單 開單 开单 생성 작성 만든`),
  words(`submitted submission submit received receipt receive reported report raised logged registered registration filed lodged requested
    arrived arrival recorded added posted contacted eingegangen eingang eingangsdatum gemeldet meldedatum angefragt anfragedatum
    demandé demandée reçu reçue déposé signalé enregistré solicitado solicitada recibido recibida registrado registro ingreso recebido
    recebida richiesto richiesta ricevuto ricevuta registrato aangevraagd ontvangen gemeld meldingsdatum pyydetty vastaanotettu saapunut
    saapumisaika kirjattu begärd begärt mottagen mottaget inkommen inkommet registrerad registrerat anmodet modtaget registreret forespurt
    mottatt registrert innmeldt zatraženo zaprimljeno zaprimanja přijato zadáno otrzymano zgłoszono rejestracji поступления поступило
    зарегистрирован зарегистрировано регистрации ثبت دریافت استلام الاستلام kaydedildi alındı 登録 受付 受信 提交 受理 登记 登記 등록 접수 リクエスト`),
  words(`started start starting began begin initiated initiation gestartet beginn startdatum débuté début démarré iniciado iniciada inicio início
    iniziato inizio gestart begin alkanut aloitettu startad startat startet påbegynt započeto rozpoczęto начат начато شروع بدء 開始 开始 시작`),
];
const updated: readonly ReadonlySet<string>[] = [
  words(`updated update modified modification changed change modify lastmodified lastupdated aktualisiert aktualisierung geändert änderung
    änderungsdatum mis mise jour modifié modification actualizado actualizada actualización modificado modificación atualizado atualizada
    atualização modificação aggiornato aggiornamento modificato bijgewerkt update gewijzigd wijziging päivitetty muokattu uppdaterad
    uppdaterat ändrad ändrat opdateret ændret oppdatert endret ažurirano ažuriranje izmijenjeno aktualizováno změněno módosítva actualizat
    zaktualizowano aktualizacja zmieniono zmodyfikowano обновлено обновление обновления изменено изменения оновлено güncellendi güncelleme
    güncellenme به روز رسانی به‌روزرسانی بروزرسانی تحديث التحديث ενημερώθηκε עודכן diperbarui 更新 更新 수정 업데이트`),
  words(
    'activity aktivität activité actividad atividade attività activiteit aktiviteetti aktivitet aktivnost aktywność активность',
  ),
];

const days =
  /^(?:date|dates|datetime|timestamp|day|dt|ts|datum|fecha|data|dato|päivä|päivämäärä|pvm|tarih|tarihi|дата|تاریخ|تاريخ|ημερομηνία|dátum|kuupäev|tanggal|תאריך|日付|日時|日期|날짜|วันที่)$/;
/** What a time is called in scripts that write words without spaces. */
const eastern =
  /^(?:チケット|お?問い?合わ?せ|工单|工單|티켓|最終|最后|最終|最近|วันที่|เวลา)+|(?:された|した)?(?:日時|日付|時刻|時間|时间|時間|日期|日|일시|일자|시간|날짜|일)$/gu;
/** Words of databases that are written as one. */
const joined =
  /^(sys|date|time)?(created?|opened?|creation|updated?|modified|submitted|received|changed)(at|on|date|time|datetime|ts|timestamp)?$/;

/**
 * How surely the name of a column says that it holds such a time, 0 for the surest; `undefined` if it doesn't. The order
 * of the words, their case, and what is in brackets make no difference. Words that mean another time, such as "due" or
 * "closed", are not among those that can be passed over.
 */
export function timeRank(meaning: TimeMeaning, name: string): number | undefined {
  const all = wordsOf(name);
  const passed = (word: string) => around.has(word) || (meaning === 'updated' && latest.has(word));
  const own = all.filter((word) => !passed(word));
  const groups = meaning === 'created' ? opened : updated;
  if (own.length === 0) {
    // "Date" alone, and "Request date"; "Data" is one in Italian, while "data" is what JSON is in.
    const dated = meaning === 'created' && name !== 'data' && all.some((word) => days.test(word));
    return dated ? groups.length : undefined;
  }
  // "Time open" is how long, "open date" is when.
  if (meaning === 'created' && own[0] === 'open' && (all.length === 1 || /^time$/.test(all[0] ?? ''))) return undefined;
  const rank = groups.findIndex((group) => own.every((word) => group.has(word)));
  return rank < 0 ? undefined : rank;
}

/** The places of the columns that can hold such a time, the surest first. */
export function timePlaces(meaning: TimeMeaning, names: readonly string[]): number[] {
  return names
    .flatMap((name, place) => {
      const rank = timeRank(meaning, name);
      return rank === undefined ? [] : [{ place, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ place }) => place);
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFC').replace(/[([][^)\]]*[)\]]/g, ' ');
  return (/[\p{L}]/u.test(plain) ? plain : name)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}\u200c]+/u)
    .map((word) => word.replace(eastern, '') || word)
    .flatMap(
      (word) =>
        joined
          .exec(word)
          ?.slice(1)
          .filter((part) => part !== undefined) ?? [word],
    )
    .filter((word) => word !== '');
}
