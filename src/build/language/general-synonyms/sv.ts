/** See `general-synonyms.ts` for how the lines are read. */
export const swedish = `
ta bort, radera, avlägsna, rensa, slänga, bli av med
radera, avlägsna, rensa, borttagning
avinstallera, radera, ta bort
avbryta, avsluta, säga upp, sluta, stoppa
uppsägning, avsluta, avbryta, säga upp
avregistrera, avsluta, avanmäla
stänga, avaktivera, inaktivera, avsluta, stänga av
återbetalning, återbetala, ersättning, pengarna tillbaka, få tillbaka
retur, returnera, skicka tillbaka, lämna tillbaka
byte, byta, ersätta, utbyte
faktura, kvitto, räkning
pris, kostnad, kosta, avgift, hur mycket
avgift, kostnad, taxa
betala, betalning
köpa, köp, beställa, beställning, order
rabatt, kupong, erbjudande, kampanj, kod
prenumeration, abonnemang, medlemskap, plan
uppgradera, uppdatera
förnya, förlänga, förnyelse
upphöra, utgå, gå ut
skicka, sända, leverera
leverans, frakt, försändelse, leverera
paket, försändelse, leverans, beställning
spåra, spårning, följa, var är
komma, anlända, levereras, dyka upp
sen, försenad, dröja, försening
borta, försvunnen, saknas, försvinna, tappa
förlora, tappa, förlorad, borta, tappat bort
stulen, stöld, stjäla, förlorad
trasig, sönder, skadad, defekt, gå sönder, fungerar inte, funkar inte
laga, reparera, reparation, service, garanti
garanti, reparation
lösa, åtgärda, felsöka, lösning
problem, fel, strul, svårighet
fel, felmeddelande, misslyckas, problem
misslyckas, nekas, avvisas
nekas, avvisas, avslag, avböja
krascha, hänga, låsa, frysa, fryser
långsam, seg, trög, hastighet, prestanda
logga in, inloggning
inloggning, logga
registrera, anmäla, skapa, registrering
logga ut, utloggning
lösenord, kod, lösen
glömt, glömma, glömde > återställa, återställning, förlorat
återställa, återskapa, återfå, få tillbaka
säkerhetskopia, säkerhetskopiera, backup, återställa
pinkod, pin, kod
kod, verifiering
verifiera, bekräfta, styrka, verifiering, intyga
identitet, legitimation, id, bankid, pass
tvåfaktor, tvåstegsverifiering, autentisering, verifiering
spärra, låsa, blockera, frysa
låsa, spärra, blockera
bedrägeri, bluff, obehörig, falsk, lurad
skräppost, spam, reklam
sekretess, integritet, personuppgifter, gdpr
profil, konto
användarnamn, namn
medlem, användare, person
kollega, medarbetare, anställd > medlem, användare
grupp, team, organisation, företag
företag, bolag, firma, organisation
administratör, admin, ägare, ansvarig
behörighet, rättighet, roll, åtkomst, tillstånd
åtkomst, tillgång, behörighet, komma åt
bjuda in, inbjudan
lägga till, skapa, infoga
skapa, upprätta
installera, konfigurera, ställa in
ladda ner, hämta, nedladdning, spara
hämta, nedladdning, ladda
ladda upp, bifoga, importera
ändra, byta, redigera, uppdatera, justera
flytta, överföra, föra över
döpa om, namn, byta namn
inställning, alternativ, konfiguration
välja, markera, val
aktivera, sätta på, slå på, tillåta, starta
inaktivera, avaktivera, stänga av, slå av
visa, titta
dölja, dold, gömma
gömma, dölja, dold
hitta, söka, leta
dela, skicka
ansluta, koppla, parkoppla, länka, koppla ihop
anslutning, uppkoppling, förbindelse, nätverk
para, parkoppla, ansluta
synkronisera, synka
kopiera, kopia, duplicera
skriva ut, skrivare, utskrift
skrivare, utskrift, printer
bild, foto, fotografi, bilder
film, video, klipp
ljud, volym, höra
musik, ljud, låt
tyst, ljud, volym
högtalare, ljud
hörlurar, headset, ljud
mikrofon, mick
kamera, webbkamera
skärm, bildskärm, display
ljusstyrka, ljus, mörk, mörkare
mus, pekare, markör, muspekare
pekplatta, styrplatta
dator, pc, datorn, laptop
telefon, mobil, mobiltelefon, lur
surfplatta, platta, ipad
app, program, applikation
program, app, applikation, mjukvara
mapp, katalog
fil, dokument
disk, hårddisk, lagring, minne
usb, minne, sticka, stickan
utrymme, lagring, plats, kapacitet
fullt, full > utrymme, lagring, plats
wifi, trådlös, nätverk, internet, wlan
internet, nät, nätverk, uppkoppling
blåtand, bluetooth
webbplats, hemsida, webb
länk, url, adress
mejl, mail, epost, e-post, mejla, meddelande
avisering, notis, meddelande, påminnelse
nyhetsbrev, epost, utskick
kontakta, nå, få tag på, prata med, ringa, kundtjänst
hjälp, support, kundtjänst, kontakt
klaga, klagomål, reklamation, reklamera
reklamera, reklamation, tvist, bestrida
språk, översätta, översättning
adress, plats, gata
utomlands, utland, internationell
semester, resa > utomlands
boka, bokning, reservera
avboka, avbeställa, avbryta
kalender, schema, händelse
gräns, begränsning, maximal, max
barn, minderårig, underårig, ung
kort, betalkort, kreditkort
kontanter, pengar, uttag
bankomat, uttag, kontanter, uttagsautomat
ta ut, uttag
sätta in, insättning
saldo, pengar, belopp
lön, inkomst
valuta, växla, växling
skatt, moms
kontoutdrag, historik, transaktion
dubbelt, dubbel, två gånger
fel, felaktig, misstag
ersätta, byta, ersättning
extra, reserv, ytterligare
skillnad, jämföra
starta, öppna
starta om, omstart
viloläge, vila, vänteläge, sova, strömsparläge
batteri, ladda, ström, laddning
storlek, stor, större, liten
större, förstora, zooma, förstoring > storlek, zoom, text
typsnitt, teckensnitt, text
färg, tema, utseende
bakgrund, bakgrundsbild, skrivbordsunderlägg
kortkommando, snabbtangent, tangentbordsgenväg, genväg
tangent, tangentbord, knapp
tillgänglighet, funktionsnedsättning, hjälpmedel
blind, synskadad > skärmläsare, högläsning
läsa upp, uppläsning > högläsning, skärmläsare
jobb, arbete, anställning
vård, sjukvård, omsorg, behandling
läkare, doktor, vård
sjuk, sjukdom, sjukskriven
ansöka, ansökan, söka
blankett, formulär, ansökan
bidrag, ersättning, stöd
beslut, besked, avgörande
överklaga, ompröva, överklagande, omprövning
`;
