import { describe, expect, it } from 'vitest';
import { ask } from '#search/ask.ts';
import { makeIndex, type Said } from './made-index.ts';

const texts: Record<string, Said> = {
  kartenzahlung: { title: 'Kartenzahlung', texts: ['So bezahlen Sie im Laden. Die Kartenzahlung kostet nichts.'] },
  kreditkarte: { title: 'Kreditkarte bestellen', texts: ['Die Kreditkarte kommt mit der Post.'] },
  ueberweisung: { title: 'Überweisung ändern', texts: ['Eine Überweisung können Sie bis Mitternacht ändern.'] },
  gebuehren: { title: 'Gebühren', texts: ['Alle Gebühren stehen in der Preisliste.'] },
  anschrift: { title: 'Neue Anschrift', texts: ['Straße und Hausnummer sind Pflicht.'] },
  konto: { title: 'Konto kündigen', texts: ['Sie kündigen Ihr Konto schriftlich.'] },
  bargeld: { title: 'Geld abheben', texts: ['Am Automaten gibt es Geld mit der Karte.'] },
  rechnung: { title: 'Wo finde ich meine Rechnungen?', texts: ['Jede Rechnung liegt im Postfach.'] },
};
const stopWords = ['wie', 'ich', 'mit', 'der', 'die', 'das', 'ist', 'eine', 'meine', 'wo', 'im', 'kann', 'zu', 'für'];
const first = async (question: string) => {
  const { results } = await ask(await makeIndex(texts, { locale: 'de', stopWords }), question, 3);
  return results[0]?.id;
};

describe('a question in German', () => {
  it.each([
    ['Zahlung mit Karte', 'kartenzahlung'],
    ['Kartenzahlungen im Laden', 'kartenzahlung'],
    ['Kreditkartenbestellung', 'kreditkarte'],
    ['Wo ist meine Bestellung der Kreditkarte?', 'kreditkarte'],
    ['Kontokündigung', 'konto'],
    ['Geldautomat', 'bargeld'],
  ])('finds compounds by their parts, and parts in compounds: %s', async (question, id) => {
    expect(await first(question)).toBe(id);
  });

  it.each([
    ['ueberweisung aendern', 'ueberweisung'],
    ['uberweisung andern', 'ueberweisung'],
    ['wie hoch ist die gebuehr', 'gebuehren'],
    ['strasse aendert sich', 'anschrift'],
    ['konto kuendigen', 'konto'],
  ])('can be typed without umlauts and ß: %s', async (question, id) => {
    expect(await first(question)).toBe(id);
  });

  it.each([
    ['Ich habe mein Konto gekündigt', 'konto'],
    ['wo sind die rechnungen', 'rechnung'],
    ['bezahlte im laden', 'kartenzahlung'],
  ])('can have words in other forms: %s', async (question, id) => {
    expect(await first(question)).toBe(id);
  });
});
