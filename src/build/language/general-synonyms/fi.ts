/** See `general-synonyms.ts` for how the lines are read. */
export const finnish = `
poistaa, poista, poistaminen, poisto, tyhjentää, hävittää, päästä eroon, pääsen eroon
irtisanoa, irtisanominen, lopettaa, peruuttaa, päättää
peruuttaa, peruutus, peru, perua, peruminen, keskeyttää
lopettaa, sulkea, päättää, peruuttaa
sulkea, sulje, lopettaa, poistaa
hyvitys, palautus, korvaus, rahat takaisin
palauttaa, palautus, palauta, lähettää takaisin
vaihtaa, vaihto, korvata, muuttaa
lasku, kuitti, tosite, laskutus
hinta, maksu, kustannus, maksaa, paljonko, kuinka paljon
maksu, kulu, palkkio, hinta
maksaa, maksu, maksaminen
ostaa, osto, tilata, tilaus, hankkia
tilaus, tilata, ostos
alennus, kuponki, tarjous, koodi, kampanja
tilaus, jäsenyys, sopimus, paketti
päivittää, päivitys, päivitä, versio
uusia, jatkaa, uusiminen
vanhentua, umpeutua, päättyä, vanhentunut
lähettää, lähetys, toimittaa, lähetä
toimitus, lähetys, kuljetus, postitus
paketti, lähetys, toimitus, tilaus
seurata, seuranta, missä on
saapua, toimittaa
myöhässä, viivästyä, viive, viivästys
kadonnut, hävinnyt, puuttuu, kadota, hukassa
hukata, kadottaa, kadonnut, hukassa, hävittää
varastettu, varkaus, varastaa, kadonnut
rikki, rikkinäinen, viallinen, vaurioitunut, ei toimi, hajonnut
korjata, korjaus, huolto, takuu
takuu, korjaus
ratkaista, korjata, ratkaisu
ongelma, vika, virhe, häiriö
virhe, virheilmoitus, epäonnistua, ongelma
epäonnistua, hylätä, hylätty, virhe
hylätty, hylätä, evätä, torjua
kaatua, jumittaa, jäätyä, jumissa
hidas, nopeus, suorituskyky, hitaasti
kirjautua, kirjautuminen, sisäänkirjautuminen, kirjaudu
rekisteröityä, rekisteröinti, luoda, liittyä
uloskirjautuminen, kirjaudu ulos, kirjautua ulos
salasana, tunnus, koodi, salasanan
unohtaa, unohtunut, unohdin > palauttaa, nollata, vaihtaa
palauttaa, nollata, palautus, palauta
varmuuskopio, varmuuskopiointi, varmuuskopioida
tunnusluku, pin, koodi
koodi, vahvistus
vahvistaa, vahvistus, todentaa, varmentaa
henkilöllisyys, tunnistautuminen, passi, henkilökortti, tunnistaa
kaksivaiheinen, todennus, tunnistautuminen
lukita, lukitus, estää, sulkea, jäädyttää
estää, esto, sulkea, lukita
huijaus, petos, luvaton, epäilyttävä, huijari
roskaposti, mainos
tietosuoja, yksityisyys, henkilötiedot, gdpr
profiili, tili
käyttäjätunnus, käyttäjänimi, tunnus
jäsen, käyttäjä, henkilö
kollega, työkaveri, työntekijä > jäsen, käyttäjä
ryhmä, tiimi, organisaatio
yritys, yhtiö, firma, organisaatio
ylläpitäjä, pääkäyttäjä, omistaja
oikeus, käyttöoikeus, lupa, rooli
pääsy, käyttöoikeus, lupa
kutsua, kutsu, lisätä
lisätä, lisää, luoda, lisääminen
luoda, luo
asentaa, asennus, määrittää, ottaa käyttöön
ladata, lataa, lataus, tallentaa
liite, liittää, tiedosto
muuttaa, muuta, vaihtaa, muokata, päivittää
siirtää, siirrä, siirto, muuttaa
asetus, asetukset, valinta, määritys
valita, valitse, valinta
käyttöön, aktivoida, aktivointi, ottaa käyttöön, laittaa päälle, kytkeä päälle
kytkeä pois, poistaa käytöstä, laittaa pois
näyttää, näkyä, nähdä, näytä
piilottaa, piilota, kätkeä, piilo
etsiä, hakea, löytää, haku, löydä
jakaa, jaa, lähettää
vastaanottaa, saapua
yhdistää, yhdistä, liittää, kytkeä
yhteys, verkko, yhdistää
synkronoida, synkronointi
kopioida, kopio, kopiointi
tulostaa, tulostus, tulostin, tulosta
kuva, valokuva, otos
video, elokuva
ääni, äänenvoimakkuus
musiikki, ääni
kaiutin, ääni
kuulokkeet, ääni, kuuloke
mikrofoni, mikki
kamera, verkkokamera
näyttö, ruutu, monitori
kirkkaus, kirkas, tumma
hiiri, osoitin, kohdistin
kosketuslevy, kosketusalusta
tietokone, kone, kannettava, läppäri
puhelin, kännykkä, matkapuhelin, älypuhelin, puhelimen
sovellus, ohjelma, appi
kansio, hakemisto
tiedosto, asiakirja, dokumentti
levy, kiintolevy, asema, tallennustila
muistitikku, tikku, usb > levy, asema
tallennustila, levytila
täynnä > tallennustila
wifi, langaton, verkko, wlan
netti, internet, verkko, yhteys
verkkosivu, sivusto, sivu
linkki, osoite
sähköposti, posti, meili, viesti
ilmoitus, viesti, muistutus
uutiskirje, sähköposti
yhteydenotto, tavoittaa, ottaa yhteyttä, soittaa, asiakaspalvelu
apu, tuki, asiakaspalvelu, ohje
valitus, valittaa, reklamaatio, palaute
reklamaatio, valitus, riitauttaa
kieli, kääntää, käännös
osoite, katu, sijainti
ulkomaat, ulkomailla, ulkomaille
loma, matka > ulkomailla, ulkomaat
varata, varaus
kalenteri, tapahtuma, aikataulu
raja, rajoitus, enimmäismäärä, maksimi
lapsi, alaikäinen, nuori
kortti, pankkikortti, luottokortti
käteinen, raha, nosto, automaatti
automaatti, pankkiautomaatti, nosto, käteinen
nostaa, nosto, käteinen
tallettaa, talletus, lisätä
saldo, raha, summa
palkka, tulot
valuutta, vaihtokurssi, kurssi
vero, arvonlisävero, alv
tiliote, historia, tapahtuma, tapahtumat
kahdesti, kaksinkertainen, kaksi kertaa, tuplasti
väärä, virheellinen, virhe, väärin
korvata, vaihtaa
ero, vertailu, vertailla
käynnistää, aloittaa, avata, käynnistä
uudelleenkäynnistys, käynnistää uudelleen
lepotila, valmiustila, virransäästö
akku, virta, lataus, ladata
koko, suuri, pieni, suurentaa
suurempi, isompi, isommaksi, suurentaa > koko, zoomaus, teksti
fontti, kirjasin, teksti
väri, teema, ulkoasu
tausta, taustakuva
pikanäppäin, näppäin, näppäimistö
esteettömyys, vamma, apuväline
sokea, näkövammainen > näytönlukija, ruudunlukija
työpaikka, ura, avoimet
`;
