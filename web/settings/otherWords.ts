import type { TextKey } from '#web/text/t.ts'

/**
 * What people type when they look for a setting, besides what stands there: words of other programs, and both languages, whichever is
 * spoken here. Nobody reads these, so they are not in the catalogue, and words that we never say may stand among them.
 */
export const otherWords: Partial<Record<TextKey, string>> = {
  'settings.me': 'profile account user preferences Profil Konto Benutzer persönlich Einstellungen',
  'notices.title': 'notifications alerts push sound Benachrichtigungen Meldungen Hinweise',
  'notices.hold': 'pause snooze mute do not disturb focus break Pause stumm Ruhe nicht stören',
  'notices.devices': 'push desktop phone mobile Handy Geräte',
  'notices.mail': 'email digest E-Mail Zusammenfassung',
  'notices.quiet': 'do not disturb night weekend evening Nacht Wochenende Feierabend stören',
  'notices.phone': 'telephone mobile number sms Telefon Handy Nummer',
  'device.title': 'offline app install home screen pwa cache installieren Startbildschirm ohne Netz',
  'me.title': 'job position role Beruf Stelle Funktion',
  'me.changePassword': 'password login sign in credentials Kennwort Passwort Anmeldung',
  'me.passkeys':
    'fingerprint face webauthn two factor 2fa mfa security key Fingerabdruck Gesicht Sicherheit Schlüssel',
  'me.sessions': 'logout log out devices session abmelden Sitzungen Geräte',
  'settings.look':
    'foreign languages Fremdsprachen appearance display design theme interface keyboard shortcuts Aussehen Darstellung Anzeige Tastatur Tasten Kürzel',
  'look.language': 'locale translation German English Sprache Deutsch Englisch',
  'look.theme': 'dark mode light colours night dunkel hell Farben Nachtmodus',
  'look.contrast': 'accessibility a11y vision readable Barrierefreiheit lesbar Sehen',
  'look.density': 'density compact spacing list height Dichte Abstand Zeilenhöhe',
  'look.undo': 'undo send delay recall unsend zurückholen Verzögerung widerrufen',
  'look.afterSend': 'next conversation auto advance nächste weiter',
  'look.easierLetters':
    'font typeface dyslexia accessibility hyperlegible Schrift Schriftart Legasthenie Barrierefreiheit',
  'look.keys': 'shortcuts hotkeys keyboard remap Tastenkürzel Tastatur Kurzbefehle belegen',
  'settings.mailboxes': 'email accounts channels imap smtp E-Mail Konten Kanäle Posteingang Postfach',
  'mailbox.connect':
    'add email account imap smtp server gmail google outlook microsoft 365 oauth Konto hinzufügen verbinden einrichten',
  'mailbox.inboxes':
    'queue department address archive rename team inbox Abteilung Adresse archivieren umbenennen',
  'settings.signatures': 'footer sign-off email ending Fußzeile Grußformel Unterschrift Abbinder',
  'blocked.title': 'spam junk block list ban ignore Sperrliste Werbung blockiert gesperrt',
  'settings.translation':
    'translate language deepl libretranslate openai ai machine übersetzen Sprache KI maschinell',
  'settings.people':
    'users agents members roles permissions admin seats team Benutzer Mitglieder Rollen Rechte Berechtigungen Verwalter Mitarbeiter',
  'people.invite': 'add user new member onboarding seat Benutzer anlegen hinzufügen neu Mitarbeiter',
  'settings.away':
    'vacation holiday leave out of office absence sick Urlaub Abwesenheit krank Vertretung abwesend',
  'settings.oncall':
    'rota pager emergency night shift escalation Notdienst Rufbereitschaft Schicht Dienstplan',
  'settings.care': 'tone style writing checks rules grammar Ton Stil Schreiben Regeln Prüfungen',
  'guide.part.voice': 'brand voice tone of voice style guide Stimme Tonfall Leitfaden',
  'guide.part.words': 'glossary vocabulary jargon terms Wörterbuch Begriffe Fachwörter Glossar',
  'settings.word': 'sla promises deadlines reminders rules Zusagen Fristen Versprechen Regeln',
  'word.quiet': 'silence limit update reminder follow up Erinnerung Stille nachfassen',
  'word.broken': 'overdue late deadline überfällig verspätet Frist',
  'targets.title': 'sla response time targets first reply Antwortzeit Reaktionszeit Ziele Frist',
  'settings.lists': 'labels custom fields groups categories Etiketten Felder Gruppen Kategorien Schlagworte',
  'tag.title': 'labels categories Etiketten Kategorien Schlagworte',
  'field.title': 'custom fields attributes properties eigene Felder Merkmale',
  'team.title':
    'groups departments round robin routing assign Gruppen Abteilungen Verteilung zuteilen zuweisen',
  'settings.practices':
    'features modules switch on workflow automation Funktionen Module einschalten Arbeitsweise',
  'practices.callbacks': 'appointments phone booking schedule Termine Rückruf Telefon Buchung',
  'practices.targets': 'sla response time Antwortzeit Reaktionszeit',
  'practices.onCall': 'emergency rota pager Notdienst Bereitschaft',
  'practices.namedPerson': 'account manager dedicated assign Ansprechpartner Betreuer zuteilen',
  'practices.handover': 'transfer assign pass on Weitergabe übertragen',
  'practices.dealings': 'orders purchases csv import shop Bestellungen Käufe Einkäufe',
  'practices.climbing': 'escalation complaint Eskalation Beschwerde',
  'practices.authority': 'refund compensation limit approval Erstattung Gutschrift Kulanz Freigabe',
  'practices.heat': 'abuse angry threat policy Beleidigung wütend Drohung',
  'practices.incidents': 'outage mass problem crisis Störung Ausfall Krise Massenfall',
  'practices.surge': 'peak overload rush Andrang Ansturm Überlast',
  'practices.statusPage': 'uptime outage public Störung Ausfall Statusseite',
  'settings.theirPages': 'portal customer self-service privacy gdpr Kundenportal Datenschutz DSGVO',
  'theirPages.line': 'link footer portal Fußzeile',
  'theirPages.atOnce': 'gdpr delete erase privacy forget DSGVO löschen Datenschutz vergessen',
  'theirPages.ask': 'contact form web form enquiry Kontaktformular Webformular Anfrage',
  'settings.company':
    'organisation business general brand settings Organisation Betrieb Geschäft allgemein Marke',
  'company.zone': 'timezone clock utc Uhrzeit Zeitzone',
  'company.language': 'locale Sprache Deutsch Englisch German English',
  'company.color': 'brand logo theme color design Marke Farbe Gestaltung',
  'company.hours': 'business hours schedule working time closed Geschäftszeiten Bürozeiten Arbeitszeit',
  'holidays.title': 'public holidays bank calendar closed Feiertage Betriebsferien Kalender',
  'settings.connections':
    'api keys tokens integrations webhooks mcp developer Schlüssel Schnittstelle Anbindung Integration Entwickler',
  'webhooks.title': 'webhooks integrations automation events Schnittstelle Ereignisse',
  'settings.data': 'backup export restore gdpr download Sicherung Ausfuhr Daten Wiederherstellung',
  'data.backup': 'archive save copy restore Sicherung sichern Kopie',
  'data.import':
    'import migrate migration move history archive Import Umzug umziehen einlesen übernehmen Altbestand',
  'data.export': 'download takeout zip leave Herunterladen Ausfuhr mitnehmen',
  'data.demo': 'example test try sandbox Beispiel Probe ausprobieren',
  'settings.health':
    'status errors problems version update disk monitoring diagnostics Zustand Fehler Störung Version Speicher Diagnose',
}
