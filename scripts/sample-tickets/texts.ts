type Area = 'card' | 'payment' | 'cash' | 'add' | 'transfer' | 'exchange' | 'account';

/** How the name of a category determines what a ticket is about. */
const areas: readonly (readonly [RegExp, Area])[] = [
  [/cash|atm|swallowed/, 'cash'],
  [/top_up|topping|balance/, 'add'],
  [/transfer|beneficiary|receiving/, 'transfer'],
  [/exchange|currency|fiat/, 'exchange'],
  [/payment|refund|charged|statement/, 'payment'],
  [/card|pin|contactless|visa|pay/, 'card'],
];

const sentences: Record<string, Record<Area, readonly string[]>> = {
  en: {
    card: [
      'I have been looking at the app for ten minutes and cannot find where to do this with my card.',
      'My card does not do what I expected.',
      'Is there anything I have to do with my card first?',
    ],
    payment: [
      'There is a payment on my statement that I do not understand.',
      'The shop says it is not their fault.',
      'How long until the money is back?',
    ],
    cash: [
      'I was at the machine this morning and something went wrong.',
      'The machine showed a message and then nothing happened.',
      'Do I pay anything for taking out cash?',
    ],
    add: [
      'I added money and my balance looks the same as before.',
      'Can I add money another way?',
      'Why does it not go through?',
    ],
    transfer: [
      'I sent money and it has not arrived.',
      'Where can I see what happened to my transfer?',
      'Did I type something wrong?',
    ],
    exchange: [
      'Which rate do I get when I change money?',
      'I think the rate was worse than the one I saw.',
      'Can I change money at the weekend?',
    ],
    account: [
      'I cannot get past this step in the app.',
      'What do you need from me?',
      'I would like to change this but the button is grey.',
    ],
  },
  fi: {
    card: [
      'En löydä sovelluksesta, missä tämän voi tehdä kortilleni.',
      'Korttini ei toimi niin kuin pitäisi.',
      'Pitääkö kortille tehdä ensin jotain?',
    ],
    payment: [
      'Tiliotteellani on maksu, jota en ymmärrä.',
      'Kauppa sanoo, ettei vika ole heidän.',
      'Milloin saan rahat takaisin?',
    ],
    cash: [
      'Kävin aamulla automaatilla ja jokin meni pieleen.',
      'Automaatti näytti viestin eikä sitten tapahtunut mitään.',
      'Maksaako käteisen nosto jotain?',
    ],
    add: [
      'Lisäsin rahaa, mutta saldo on sama kuin ennen.',
      'Voiko rahaa lisätä muullakin tavalla?',
      'Miksi se ei mene läpi?',
    ],
    transfer: [
      'Lähetin rahaa, eikä se ole tullut perille.',
      'Mistä näen, mitä siirrolle tapahtui?',
      'Kirjoitinko jotain väärin?',
    ],
    exchange: [
      'Millä kurssilla raha vaihdetaan?',
      'Kurssi oli mielestäni huonompi kuin se, jonka näin.',
      'Voiko valuuttaa vaihtaa viikonloppuna?',
    ],
    account: [
      'En pääse sovelluksessa tästä vaiheesta eteenpäin.',
      'Mitä tarvitsette minulta?',
      'Haluaisin muuttaa tämän, mutta painike on harmaa.',
    ],
  },
  sv: {
    card: [
      'Jag hittar inte i appen var man gör det här med kortet.',
      'Mitt kort fungerar inte som det ska.',
      'Måste jag göra något med kortet först?',
    ],
    payment: [
      'Det finns ett köp på kontoutdraget som jag inte förstår.',
      'Butiken säger att det inte är deras fel.',
      'När får jag tillbaka pengarna?',
    ],
    cash: [
      'Jag var vid automaten i morse och något gick fel.',
      'Automaten visade ett meddelande och sedan hände ingenting.',
      'Kostar det något att ta ut kontanter?',
    ],
    add: [
      'Jag satte in pengar men saldot är detsamma.',
      'Kan man sätta in pengar på något annat sätt?',
      'Varför går det inte igenom?',
    ],
    transfer: [
      'Jag har skickat pengar som inte har kommit fram.',
      'Var ser jag vad som hände med överföringen?',
      'Skrev jag något fel?',
    ],
    exchange: ['Vilken kurs får jag när jag växlar?', 'Kursen var sämre än den jag såg.', 'Kan man växla på helgen?'],
    account: [
      'Jag kommer inte vidare från det här steget i appen.',
      'Vad behöver ni från mig?',
      'Jag vill ändra det här men knappen är grå.',
    ],
  },
  hr: {
    card: [
      'Ne mogu u aplikaciji pronaći gdje se to radi s karticom.',
      'Kartica mi ne radi kako treba.',
      'Moram li prvo nešto napraviti s karticom?',
    ],
    payment: [
      'Na izvodu imam plaćanje koje ne razumijem.',
      'Trgovina kaže da nije do njih.',
      'Kada ću dobiti novac natrag?',
    ],
    cash: [
      'Jutros sam bio na bankomatu i nešto je pošlo po zlu.',
      'Bankomat je prikazao poruku i onda ništa.',
      'Naplaćuje li se podizanje gotovine?',
    ],
    add: ['Uplatio sam novac, ali stanje je isto.', 'Može li se novac uplatiti na drugi način?', 'Zašto ne prolazi?'],
    transfer: [
      'Poslao sam novac i nije stigao.',
      'Gdje mogu vidjeti što je s prijenosom?',
      'Jesam li nešto krivo upisao?',
    ],
    exchange: [
      'Po kojem se tečaju mijenja novac?',
      'Tečaj je bio lošiji od onoga koji sam vidio.',
      'Može li se mijenjati vikendom?',
    ],
    account: [
      'Ne mogu dalje od ovog koraka u aplikaciji.',
      'Što vam treba od mene?',
      'Želim to promijeniti, ali gumb je siv.',
    ],
  },
  fa: {
    card: [
      'در برنامه پیدا نمی‌کنم این کار را برای کارتم کجا انجام دهم.',
      'کارتم درست کار نمی‌کند.',
      'آیا باید اول کاری با کارت بکنم؟',
    ],
    payment: ['در صورت‌حسابم پرداختی هست که نمی‌فهمم.', 'فروشگاه می‌گوید تقصیر آن‌ها نیست.', 'پولم کی برمی‌گردد؟'],
    cash: ['صبح پای خودپرداز بودم و مشکلی پیش آمد.', 'دستگاه پیامی نشان داد و بعد هیچ.', 'برداشت پول نقد هزینه دارد؟'],
    add: ['پول اضافه کردم ولی موجودی تغییر نکرده است.', 'راه دیگری برای افزودن پول هست؟', 'چرا انجام نمی‌شود؟'],
    transfer: ['پول فرستادم و نرسیده است.', 'کجا ببینم چه بر سر حواله آمده؟', 'چیزی را اشتباه نوشته‌ام؟'],
    exchange: ['پول با چه نرخی تبدیل می‌شود؟', 'نرخ بدتر از چیزی بود که دیدم.', 'آخر هفته هم می‌شود تبدیل کرد؟'],
    account: [
      'از این مرحله در برنامه جلوتر نمی‌روم.',
      'از من چه لازم دارید؟',
      'می‌خواهم این را عوض کنم ولی دکمه خاکستری است.',
    ],
  },
};

const thanks: Record<string, string> = {
  en: 'Thank you.',
  fi: 'Kiitos avusta.',
  sv: 'Tack på förhand.',
  hr: 'Hvala unaprijed.',
  fa: 'سپاسگزارم.',
};

/** What customers add about themselves. The word "canary" shows up wherever such a thing would leak. */
const personal: readonly ((n: number) => string)[] = [
  (n) => `canary-${n}@mail.example`,
  (n) => `Canary Virtanen, +358 40 555 ${String(n % 10_000).padStart(4, '0')}`,
  (n) => `4111 1111 1111 ${String(n % 10_000).padStart(4, '0')}`,
];

/** @param choose a whole number from 0 below its argument */
export function ticketText(
  category: string,
  locale: string,
  n: number,
  choose: (below: number) => number,
): { subject: string; description: string } {
  const area = areas.find(([name]) => name.test(category))?.[1] ?? 'account';
  const said = (sentences[locale] ?? sentences.en)?.[area] ?? [];
  const subject = said[choose(said.length)] ?? '';
  const rest = said[choose(said.length)] ?? '';
  const about = choose(8) === 0 ? ` ${personal[choose(personal.length)]?.(n) ?? ''}` : '';
  return { subject, description: `${subject} ${rest}${about} ${thanks[locale] ?? ''}`.trim() };
}
