const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

const numbers = words(`
  id ids no nr nro num number sequence # n° nº n № key code reference ref numero número numéro nummer numer număr номер ключ код broj število številka
  číslo szám száma αριθμός numara numarası no номера شماره شناسه رقم מספר nomor số`);
/** What desks call a ticket. */
const tickets = words(`
  ticket case conversation issue incident request inquiry enquiry record datensatz vorgang vorgangs kundenvorgang fall anfrage
  störung demande dossier billet incident signalement incidencia incidente caso solicitud consulta chamado solicitação pedido atendimento
  richiesta segnalazione verzoek melding zaak tiketin tiketti pyynnön palvelupyynnön tapauksen ärende ärendet sag sagen sak saken henvendelse
  zahtjev zahtjeva upita slučaja zgłoszenia zgłoszenie sprawy požadavku požiadavky tiketu bejelentés jegy cererii tichet заявки заявка
  обращения тикета запроса звернення заявки талона talep talebi bilet kayıt تیکت درخواست التذكرة الطلب פנייה קריאה tiket permintaan`);
const between = words('of the de del do da des der du di della d la le el l van');
/** Both in one word. */
const joined =
  /^(?:(?:kunden)?(?:ticket|vorgangs|fall|anfrage|anfragen|incident|case|melde|meldungs|meldings?|störungs|zaak|sags|saks|henvendelses|ärende)-?(?:nummer|nr|id)|(?:ticket|case|conversation|issue|incident|request)(?:id|no|nr|number|key))$/u;

/**
 * Whether the name of a column says that it has the number of a ticket, in any order and in many languages. "Nr" alone
 * doesn't: it can count the rows of an export.
 */
export function namesId(name: string): boolean {
  const all = name
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}#№°º\u200c]+/u)
    .filter((word) => word !== '' && !between.has(word));
  const [only = ''] = all;
  if (all.length === 1 && joined.test(only)) return true;
  return (
    all.some((word) => numbers.has(word)) &&
    all.some((word) => tickets.has(word)) &&
    all.every((word) => numbers.has(word) || tickets.has(word))
  );
}
