/** The meanings of columns that are counted, or that must not be. */
export type Meaning =
  | 'id'
  | 'requester'
  | 'mail'
  | 'locale'
  | 'type'
  | 'group'
  | 'category'
  | 'tags'
  | 'subject'
  | 'message'
  | 'person'
  | 'status'
  | 'state';

const words = (text: string): readonly string[] =>
  text
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * The names of columns, the most likely first, in lowercase: in English as in the desks' exports, then in the languages
 * into which the desks translate them.
 */
export const columnNames: Readonly<Record<Meaning, readonly string[]>> = {
  id: words(
    `id | ticket id | ticket number | ticket# | ticket # | ticket no | ticket | issue key | conversation id | case number | case id | number | key |
    conversation # | case # | request id | requestid | call number | incident number | issue id | session id | slug | meldingnummer |
    ticket-id | ticketnummer | vorgangsschlüssel | n° | numéro | identifiant | clé de ticket | clave de incidencia | clave |
    número | chave | tikettinumero | tunnus | numero | avain | ärendenummer | nyckel | nummer | sagsnøgle | nøkkel |
    broj | broj zahtjeva | شناسه | شماره | شماره تیکت | رقم التذكرة | numer | klucz | номер | ключ | チケット番号 | 工单编号`,
  ),
  requester: words(
    `requester id | contact id | customer id | user id | requester | requester email | customer | reporter | contact | email |
    from email | customer email | user email | author email | owner email | caller id | requestors | full name | anfragender |
    anfragesteller | antragsteller | kunde | autor | demandeur | auteur | rapporteur | client | solicitante | informador | cliente |
    richiedente | segnalatore | aanvrager | melder | klant | pyytäjä | raportoija | asiakas | yhteystieto | beställare | begärd av |
    anmälare | kund | anmoder | rapportør | podnositelj zahtjeva | podnositelj | korisnik | درخواست کننده |
    درخواست‌کننده | مشتری | zgłaszający | klient | автор | клиент | リクエスタ | 请求者`,
  ),
  mail: words('requester email | contact email | customer email | user email | reporter email | email | e mail | mail'),
  locale: words(
    `locale | language | lang | customer language | requester language | contact language | request language |
    custom field (request language) | custom field (language) | sprache | langue | idioma | lingua | taal | kieli | språk | sprog |
    jezik | زبان | اللغة | język | язык | dil | 言語 | 语言`,
  ),
  type: words(
    `ticket type | type | issue type | typ | tickettyp | vorgangstyp | type de ticket | tipo | tipo de ticket | tipo de incidencia |
    tyyppi | tikettityyppi | ärendetyp | sagstype | sakstype | vrsta | نوع | tür | тип | 種別 | 类型`,
  ),
  group: words(
    `group | team | gruppe | groupe | équipe | grupo | equipo | gruppo | groep | ryhmä | tiimi | grupp | grupa | گروه | المجموعة | группа |
    grup | グループ | 组`,
  ),
  category: words(
    `category | categories | topic | contact reason | reason | case category | request category | request type |
    custom field (request category) | custom field (category) | custom field (request type) | kategorie | thema | grund | catégorie |
    motif | categoría | motivo | categoria | categorie | onderwerp | luokka | kategoria | aihealue | yhteydenoton syy | kategori | kategorija |
    دسته | دسته‌بندی | موضوع تماس | الفئة | категория | カテゴリ | 类别`,
  ),
  tags: words(
    `tags | labels | tag | label | stichwörter | schlagwörter | markierungen | étiquettes | marqueurs | balises | etiquetas | marcadores |
    etichette | tunnisteet | tagit | taggar | etiketter | oznake | برچسب‌ها | برچسب ها | الوسوم | etykiety | теги | метки | etiketler | タグ | 标签`,
  ),
  subject: words(
    `subject | raw subject | title | case title | título do caso | título del caso | summary | betreff | zusammenfassung | titel | objet | sujet | résumé | titre | asunto | resumen |
    assunto | resumo | oggetto | riepilogo | onderwerp | samenvatting | aihe | otsikko | yhteenveto | ämne | rubrik | sammanfattning | emne |
    sammendrag | predmet | naslov | sažetak | موضوع | عنوان | temat | podsumowanie | тема | konu | 件名 | 主题`,
  ),
  message: words(
    `description | description text | text | message | body | first message | beschreibung | nachricht | la description | descripción |
    mensaje | descrição | mensagem | descrizione | messaggio | beschrijving | bericht | kuvaus | viesti | beskrivning | meddelande |
    beskrivelse | opis | poruka | توضیحات | شرح | پیام | الوصف | описание | açıklama | 説明 | 描述`,
  ),
  person: words(
    `assignee | assignee id | submitter | agent | owner | creator | organization | organisation | company | recipient | customer name |
    customer email | watchers | bearbeiter | zugewiesene person | mitarbeiter | ersteller | firma | unternehmen | responsable | assigné |
    organisation | asignado | responsável | empresa | assegnatario | incaricato | toegewezen | käsittelijä | vastuuhenkilö | organisaatio |
    yritys | ansvarig | tilldelad | företag | izvršitelj | dodijeljeno | tvrtka | مسئول | شرکت | osoba przypisana | исполнитель`,
  ),
  status: words(
    `status | state | ticket status | ticketstatus | statut | état | estado | stato | tila | stanje | وضعیت | الحالة | статус | durum |
    ステータス | 状态`,
  ),
  state: words(
    `status category | priority | via | source | channel | brand | brand id | priorität | kanal | quelle | priorité | canal |
    prioridad | prioridade | priorità | prioriteetti | tärkeys | kanava | prioritet | اولویت | کانال | приоритет`,
  ),
};
