/** See `general-synonyms.ts` for how the lines are read. */
export const croatian = `
izbrisati, obrisati, ukloniti, brisanje, uklanjanje, maknuti, riješiti se
deinstalirati, ukloniti, izbrisati
otkazati, otkazivanje, raskinuti, prekinuti, raskid, prestati
poništiti, otkazati, storno
odjaviti, odjava, otkazati
zatvoriti, zatvaranje, ugasiti, deaktivirati
povrat, refundacija, nadoknada, vratiti novac, novac natrag
vratiti, povrat, vraćanje, poslati natrag
zamijeniti, zamjena, promijeniti
račun, faktura, potvrda
cijena, trošak, naknada, koliko košta, košta
naknada, provizija, trošak, cijena
platiti, plaćanje, uplata
kupiti, kupnja, kupovina, naručiti, narudžba
narudžba, kupnja, naručiti
popust, kupon, ponuda, akcija, kod
pretplata, članstvo, paket, plan
ažurirati, nadograditi, nadogradnja, ažuriranje
produžiti, obnoviti, produljiti, obnova
isteći, isteklo, istek
poslati, slanje, dostaviti, slati
dostava, isporuka, pošiljka, slanje
paket, pošiljka, dostava, narudžba
pratiti, praćenje, gdje je
stići, dostava, stigla, stiglo
kašnjenje, kasni, kasniti
nestalo, izgubljen, nestati, nedostaje
izgubiti, izgubljen, nestao, gubitak
ukraden, krađa, ukrasti, ukrali, izgubljen
pokvaren, oštećen, neispravan, slomljen, ne radi
popraviti, popravak, servis, jamstvo
jamstvo, garancija, popravak
riješiti, popraviti, rješenje
problem, greška, kvar, poteškoća
greška, pogreška, poruka, problem
odbijen, odbiti, odbijeno, neuspješno
neuspješno, odbijeno, greška
zamrznuti, blokirati, zaključati
srušiti, zamrznuti, zapeti, smrznuti
spor, sporo, brzina, performanse
prijava, prijaviti, ulogirati, login
registracija, registrirati, otvoriti, stvoriti
odjava, odjaviti, izlogirati
lozinka, šifra, zaporka
zaboraviti, zaboravio, zaboravila > poništiti, vratiti, promijeniti
obnoviti, vratiti, oporaviti, oporavak
sigurnosna, kopija, backup, pričuvna
pin, kod, šifra
kod, potvrda
potvrditi, potvrda, provjera, dokazati, provjeriti
identitet, osobna, putovnica, provjera
zaključati, blokirati, zamrznuti
otključati, odblokirati
prijevara, lažno, neovlašteno, sumnjivo
privatnost, osobni, podaci, gdpr
profil, račun
korisničko, korisnik
član, korisnik, osoba
kolega, suradnik, zaposlenik > član, korisnik
tim, grupa, organizacija
tvrtka, poduzeće, firma, organizacija
administrator, vlasnik
dozvola, dopuštenje, pravo, pristup, ovlast
pristup, dozvola, dopuštenje
pozvati, pozivnica, dodati
dodati, dodavanje, stvoriti
stvoriti, napraviti, izraditi, otvoriti, kreirati
instalirati, instalacija, postaviti
postaviti, podesiti, postavke, podešavanje
preuzeti, preuzimanje, skinuti, spremiti
prilog, privitak, datoteka
promijeniti, izmijeniti, urediti, promjena, mijenjati
premjestiti, prenijeti, prijenos
preimenovati > naziv
postavka, postavke, mogućnost, opcija
odabrati, izabrati, odabir
uključiti, omogućiti, aktivirati, upaliti
isključiti, onemogućiti, ugasiti, deaktivirati
prikazati, vidjeti, prikaz, pogledati
sakriti, skriven, skriti
pronaći, naći, tražiti, potražiti, pretraga
dijeliti, podijeliti, poslati
primiti, stići
povezati, spojiti, spajanje, povezivanje, upariti
veza, mreža, povezati
sinkronizirati, sinkronizacija
kopirati, kopija, kopiranje
ispis, ispisati, pisač, printer, printati, tiskati
slika, fotografija, foto
video, film, snimka
zvuk, glasnoća, čuti, ton
glazba, zvuk, pjesma
zvučnik, zvuk
slušalice, zvuk
mikrofon, zvuk
kamera, webkamera
zaslon, ekran, monitor
svjetlina, osvjetljenje, tamno
miš, pokazivač, kursor
računalo, kompjuter, laptop, prijenosnik
telefon, mobitel, mobilni, pametni
aplikacija, program, softver
mapa, direktorij, folder
datoteka, dokument, fajl
disk, pogon, pohrana
stick, usb, memorija > disk, pogon
prostor, pohrana, kapacitet
pun > prostor, pohrana
wifi, bežična, mreža, internet, bežični
internet, mreža, veza
stranica, web
poveznica, link, adresa
mail, email, e-pošta, pošta, poruka
obavijest, poruka, podsjetnik
kontakt, kontaktirati, javiti, nazvati, podrška
pomoć, podrška, kontakt
pritužba, žalba, reklamacija, prigovor
reklamacija, prigovor, osporiti
jezik, prevesti, prijevod
adresa, ulica, lokacija
odmor, putovanje > inozemstvo
rezervirati, rezervacija
kalendar, događaj, raspored
ograničenje, limit, najviše, maksimum
dijete, maloljetnik, maloljetan
kartica, kreditna, debitna
gotovina, novac, bankomat
bankomat, gotovina, podizanje
podići, podizanje, gotovina, isplata
uplata, uplatiti, polog, nadoplata
stanje, novac, iznos
plaća, dohodak
valuta, tečaj, zamjena
porez, pdv
izvadak, povijest, transakcija, promet
dvaput, dvostruko, dva puta
krivo, pogrešno, netočno, pogreška
zamjena, zamijeniti
rezervni, dodatni
razlika, usporediti, usporedba
pokrenuti, otvoriti, početi, pokretanje
spavanje, mirovanje, čekanje
baterija, punjenje, napajanje
veličina, velik, mali, povećati
veće, povećati, uvećati > veličina, zumiranje, tekst
font, pismo, tekst
boja, tema, izgled
pozadina, tema
prečac, tipka, tipkovnica
pristupačnost, invaliditet
slijep > čitač, zaslon
posao, karijera
`;
