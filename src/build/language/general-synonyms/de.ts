/** See `general-synonyms.ts` for how the lines are read. */
export const german = `
löschen, entfernen, beseitigen, leeren, loswerden, wegwerfen
deinstallieren, entfernen, löschen
kündigen, kündigung, beenden, abbestellen, stornieren, aufhören
stornieren, stornierung, abbrechen, widerrufen, storno
widerruf, widerrufen, rücktritt, stornieren
abbestellen, abmelden, kündigen
schließen, deaktivieren, löschen
rückerstattung, erstattung, erstatten, rückzahlung, gutschrift, geld zurück, zurückbekommen
rückgabe, rücksendung, retoure, zurückgeben, zurücksenden, zurückschicken, umtausch
umtausch, umtauschen, tauschen, austausch, ersetzen
rechnung, beleg, quittung, kassenbon
preis, kosten, gebühr, kostet, teuer, wie viel
gebühr, kosten, entgelt, zuschlag
zahlen, bezahlen, zahlung, bezahlung
kaufen, kauf, bestellen, bestellung, erwerben
bestellung, auftrag, kauf
rabatt, gutschein, code, aktion, angebot, rabattcode
gutschein, geschenkkarte, voucher
abo, abonnement, mitgliedschaft, tarif, vertrag
tarif, vertrag, paket, abo
testen, probe, kostenlos, testphase, probezeit
verlängern, verlängerung, erneuern
ablaufen, abgelaufen, endet, läuft ab
liefern, versenden, schicken, verschicken
lieferung, versand, zustellung, sendung
paket, sendung, lieferung, bestellung, päckchen
verfolgen, sendungsverfolgung, nachverfolgen, wo ist
ankommen, angekommen, geliefert, kommt an
verspätung, verspätet, verzögerung, spät
fehlt, fehlen, verloren, verschwunden
verloren, verlieren, verlust, verlegt, fehlt
gestohlen, diebstahl, geklaut, verloren
kaputt, defekt, beschädigt, fehlerhaft, schaden, funktioniert nicht, geht nicht
reparieren, reparatur, service, garantie, beheben
garantie, gewährleistung, reparatur
beheben, lösen, lösung, reparieren
problem, fehler, störung, schwierigkeit, ärger
fehler, fehlermeldung, problem, störung, fehlgeschlagen
fehlgeschlagen, abgelehnt, fehler, gescheitert
abgelehnt, ablehnen, zurückgewiesen, verweigert
absturz, abstürzen, einfrieren, hängt, hängen, eingefroren, stürzt ab
langsam, geschwindigkeit, leistung, ruckelt, träge
anmelden, anmeldung, einloggen, login, melden an, logge ein
registrieren, registrierung, anmelden, konto, erstellen
abmelden, ausloggen, logout
passwort, kennwort, zugangsdaten
vergessen > zurücksetzen, wiederherstellen, verloren
zurücksetzen, wiederherstellen, ändern, reset
wiederherstellen, zurücksetzen, wiederherstellung
sicherung, backup, datensicherung, sicherungskopie, sichern
pin, geheimzahl, code
code, bestätigung, tan
bestätigen, verifizieren, bestätigung, nachweisen, verifizierung
identität, ausweis, identifizieren, verifizierung, legitimation
zwei-faktor, authentifizierung, bestätigung, 2fa, zweistufig
sperren, sperrung, blockieren, gesperrt
entsperren, freischalten, entsperrung
betrug, betrüger, unbefugt, verdächtig, phishing, gefälscht
gehackt > sicherheit, unbefugt, betrug
spam, werbung, unerwünscht
datenschutz, dsgvo, privatsphäre, daten
profil, konto, account
account, konto, benutzerkonto, profil
benutzername, name, login
benutzer, nutzer, mitglied, person, anwender
kollege, mitarbeiter, teammitglied > mitglied, benutzer, nutzer
team, gruppe, organisation, firma
firma, unternehmen, betrieb, organisation
administrator, admin, verwalter, inhaber
berechtigung, recht, zugriff, rolle, erlaubnis
zugriff, zugang, berechtigung
einladen, einladung, hinzufügen
hinzufügen, anlegen, einfügen, erstellen
erstellen, anlegen, einrichten
einrichten, konfigurieren, installieren, einrichtung, einstellen
herunterladen, download, laden, speichern, runterladen
hochladen, upload, anhängen, importieren
anhang, datei, anhängen
ändern, änderung, bearbeiten, aktualisieren, anpassen, wechseln
wechseln, ändern, umstellen, tauschen
verschieben, übertragen, umziehen
umbenennen, name, ändern
einstellung, option, konfiguration
auswählen, wählen, aussuchen
aktivieren, einschalten, anschalten, freischalten, anmachen
deaktivieren, ausschalten, abschalten, ausmachen
anzeigen, zeigen, ansehen
ausblenden, verstecken, verbergen
finden, suchen, suche
teilen, freigeben, senden
senden, schicken, übertragen
empfangen, erhalten, bekommen
bekommen, erhalten
verbinden, koppeln, anschließen, verknüpfen
verbindung, netzwerk, verbinden
trennen, verbindung, entkoppeln
synchronisieren, abgleichen, synchronisierung
kopieren, kopie, duplizieren
drucken, drucker, ausdruck
foto, bild, aufnahme
video, film, clip
ton, audio, lautstärke, klang, hören
musik, lied, audio
stumm, lautlos, ton
lautsprecher, ton, audio
kopfhörer, headset
mikrofon, mikro
kamera, webcam
bildschirm, display, monitor, anzeige
helligkeit, hell, dunkel
maus, zeiger, mauszeiger, cursor
computer, pc, rechner, laptop, notebook
handy, telefon, smartphone, mobiltelefon, mobil
tablet, ipad
app, anwendung, programm, software
browser > chrome, firefox, safari
ordner, verzeichnis
datei, dokument
festplatte, laufwerk, speicher
speicher, speicherplatz, platz, kapazität
voll > speicher, speicherplatz, platz
wlan, wifi, internet, netzwerk, drahtlos
internet, netz, netzwerk, verbindung, online
webseite, website, seite, homepage
link, url, adresse
mail, email, e-mail, nachricht
nachricht, mitteilung, mail, sms
benachrichtigung, mitteilung, erinnerung, hinweis
newsletter, werbung, mail
kontakt, kontaktieren, erreichen, anrufen, sprechen mit, hotline
hilfe, support, kundendienst, kundenservice, kontakt
beschwerde, beschweren, reklamation, reklamieren
reklamation, reklamieren, beanstanden, beschwerde
sprache, übersetzen, übersetzung
adresse, anschrift, straße
umzug, umziehen > adresse, anschrift, ändern
ausland, international
urlaub, reise, reisen > ausland
buchen, buchung, reservieren, reservierung
termin, buchung, verabredung
umbuchen, verschieben > ändern, termin, buchung
kalender, termin, zeitplan
limit, grenze, maximal, höchstens, begrenzung
kind, minderjährig, jugendlich
karte, kreditkarte, bankkarte, ec-karte
bargeld, geld, abheben, automat
geldautomat, automat, bargeld
abheben, abhebung, bargeld
einzahlen, einzahlung, aufladen
aufladen, laden, einzahlen, guthaben
guthaben, kontostand, geld, betrag
überweisung, überweisen, transaktion, zahlung
lastschrift, abbuchung, einzug, abgebucht
abbuchung, abgebucht, belastung, lastschrift
gehalt, lohn, einkommen
währung, wechselkurs, umrechnen, wechseln
steuer, mehrwertsteuer, mwst, umsatzsteuer
kontoauszug, umsatz, verlauf, buchung
doppelt, zweimal, zwei mal
falsch, fehlerhaft, irrtum, fehler
ersetzen, ersatz, austauschen
zusätzlich, weitere, extra, zweite
kompatibel, unterstützt
unterschied, vergleich, vergleichen
starten, öffnen, beginnen, ausführen
neustart, neustarten, neu starten
herunterfahren, ausschalten
ruhezustand, standby, energiesparmodus
akku, batterie, laden, strom
größe, groß, klein
größer, vergrößern > größe, zoom, schrift
schrift, schriftart, text
farbe, design
hintergrund, hintergrundbild
tastenkürzel, tastenkombination, tastatur
barrierefreiheit, behinderung
job, karriere
geschenk, gutschein
student, schüler, schule, lehrer
verfügbar, lager, ausverkauft, vorrätig
visa, mastercard, amex > kreditkarte, karte, zahlung
`;
