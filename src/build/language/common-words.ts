import type { Analysis } from '#search/analysis.ts';
import { baseLanguage } from '#search/language/stemmers.ts';
import { GENERAL_TEXTS } from '#search/vocabulary.ts';

// Of 300 texts of a hundred words, how many have each of these words: 300 · (1 − e^(−100·p)), where p is the word's share
// of all words. Counted in two books of different kinds, of which p is the geometric mean, so the subject of
// neither counts: the addresses of presidents of the United States to Congress since 1960, and Melville's "Moby-Dick". Both are in
// the public domain. Apostrophes are left out.
const english: readonly (readonly [texts: number, words: string])[] = [
  [271, `a and in of that the to`],
  [137, `all are as at be but by for from have i is it not on this we with`],
  [78, `an has he his its more my now one or our so their there they was were which will you`],
  [
    49,
    `been can do every had if into like me must no only other out over some than them these those time up us what
    when who world would`,
  ],
  [
    31,
    `about again any before down first good great here him how know last long make many most new old own say
    should still such then through two very way well where years yet your`,
  ],
  [
    21,
    `after against almost also american back because being between both come could day did each even ever far get
    give go help her high just let life look made man may men much never off part people right said same see
    take thats three together too under upon while why without work year`,
  ],
  [
    13,
    `act ago air always am america among another away best better business called cannot country cut days does
    done dont end face few four free full god going half hand hard hold home hope keep land line little might
    next oil once open place power put seen set shall she side since small something stand tell thing things
    think though times want water whether white within young`,
  ],
  [
    8,
    `across along already americans around behind believe call came care certain chance children clear common
    course enough fellow find forward found further future hands head history house human ill im large law left
    less lets live lives living lower making matter means meet middle moment mr nations nearly need needs night
    nor nothing often order others pass passed past peace point poor present saw sea second ship soon start
    state strong sure taken themselves theres thought took true turn united use war whole whose working`,
  ],
  [
    6,
    `above ahead alone arms ask become began black body bring brought cant cause century child close comes coming
    death during earth east else energy entire especially eyes fact fair family feel fight finally five general
    given gone got having health heard heart hes higher himself however hundred idea important interest itself
    ive job known lead least level light lost low makes mean nation natural number pay plan possible private
    purpose rate rather ready real reason remain rest rising round run seemed several ships short single social
    sometimes sound speak spirit st standing states stood stop strength system taking thank therefore third thus
    told top try turned used vast went whatever wont word worlds yes`,
  ],
  [
    4,
    `able action advance age anything begin beginning beyond big bill board born break broad broken captain carry
    case change chapter clean cold company continue continued cutting dead deep didnt different doing door doubt
    duty easy either equal everything example faith fast fear feet final fire food force foreign form friends
    fully gave getting giving goes greater ground grow growing hear held helped hour hours indeed instead jobs
    kept kind knew largest lay leave lines longer looking love mass met military millions mind money months move
    near none office ones opportunity ourselves particular parts passage perhaps period person places play
    policy progress quarter question reach really remains remember respect rights rise room save saying says
    school schools secure security seek seem self send sense service show sign six south space special spending
    stands step story sun talk term terror th thousand thousands towards truly truth turning unless view voice
    ways weapons whats wide wind women words works`,
  ],
  [
    3,
    `abroad account added additional afford allies answer arm armed aside asked bad battle bear became below
    bless blood bottom brave built chief china city complete completely consider countries courage cried
    critical dangerous deal difference dignity direction directly dollars domestic double dream early eight
    expand eye fall families felt fine fish follow forces former forth freedom friend gives globe government
    greatest grown heads hearts heavy highest holding huge ii including increased indian individual instant
    insurance join keeping key kill killed knows laid late laws leaving looked main mark measure meeting miles
    million mine modern morning moving name national nature necessary needed neither north ocean officers
    pacific passing placed position prepared previous problem promise propose proud public pull pursuit quality
    quickly race raise reached read record red report return running s science seeing seems sent serious serve
    shape shot sides sight significant simple simply sir slowly society sort soul spread spring started stay
    steady steel straight streets strike takes task ten throughout trade trying understand until vice vital wall
    watch waters west weve whom worked worse`,
  ],
  [
    2,
    `accounts actually advanced africa alive anywhere art asia atlantic attack attention authority base boats boy
    bringing burden carried cases caught central certainly character choice choose class closely coal coast
    college command companies concern confidence created d danger dark deadly degree democracy development died
    distant dreams drive dropped economic effort ends engaged english enormous escape europe evening events evil
    except fail father field firm flag followed following forced forget forty fourth fresh front generations
    gentlemen goal gold growth happen helping heres hit honest id ideas immediately income increase increasing
    intelligence invest iron issue john justice king knowledge leading learn learned led lies lift local lot
    maintain mankind mans market master matters meanwhile mighty month moved myself nevertheless noble offer oh
    otherwise ought paid parties party path peaceful peoples please precious president prevent problems process
    profound proper protect provide quick quite raised rapidly reaching receive received relief require requires
    research result rose safe safety sake sat scientific seas separate served setting seven share similar
    sitting size somehow son sought speed spend spent spoke steps storm street stronger strongly struck subject
    success sudden summer support table terrible thinking thou till today town tried troubled twenty using
    various violence violent washington watching weeks wife wild wise wonder wonderful worth wrong`,
  ],
];

const lists: Readonly<Record<string, typeof english>> = { en: english };

/** How common the keys of a language's commonest words are in it, in general texts; empty for a language without a list. */
export function commonKeys(analysis: Analysis): ReadonlyMap<string, number> {
  const common = new Map<string, number>();
  for (const [texts, words] of lists[baseLanguage(analysis.locale)] ?? [])
    for (const { key } of analysis.terms(words))
      common.set(key, Math.min(GENERAL_TEXTS, (common.get(key) ?? 0) + texts));
  return common;
}
