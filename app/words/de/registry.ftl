# Wie die Objekte, Felder und Auswahlwerte heißen.

## Objekte: eines, viele, ein neues, so viele, keines

entity-company = Firma
entity-company-many = Firmen
entity-company-new = Neue Firma
entity-company-none = Noch keine Firmen
entity-company-count = { $count ->
    [one] { $count } Firma
   *[other] { $count } Firmen
}

entity-contact = Kontakt
entity-contact-many = Kontakte
entity-contact-new = Neuer Kontakt
entity-contact-none = Noch keine Kontakte
entity-contact-count = { $count ->
    [one] { $count } Kontakt
   *[other] { $count } Kontakte
}

entity-deal = Deal
entity-deal-many = Deals
entity-deal-new = Neuer Deal
entity-deal-none = Noch keine Deals
entity-deal-count = { $count ->
    [one] { $count } Deal
   *[other] { $count } Deals
}

entity-deal_line = Position
entity-deal_line-many = Positionen
entity-deal_line-new = Neue Position
entity-deal_line-none = Noch keine Positionen
entity-deal_line-count = { $count ->
    [one] { $count } Position
   *[other] { $count } Positionen
}

entity-activity = Aktivität
entity-activity-many = Aktivitäten
entity-activity-new = Neue Aktivität
entity-activity-none = Noch keine Aktivitäten
entity-activity-count = { $count ->
    [one] { $count } Aktivität
   *[other] { $count } Aktivitäten
}

entity-task = Aufgabe
entity-task-many = Aufgaben
entity-task-new = Neue Aufgabe
entity-task-none = Noch keine Aufgaben
entity-task-count = { $count ->
    [one] { $count } Aufgabe
   *[other] { $count } Aufgaben
}

entity-product = Produkt
entity-product-many = Produkte
entity-product-new = Neues Produkt
entity-product-none = Noch keine Produkte
entity-product-count = { $count ->
    [one] { $count } Produkt
   *[other] { $count } Produkte
}

entity-pipeline = Pipeline
entity-pipeline-many = Pipelines
entity-pipeline-new = Neue Pipeline
entity-pipeline-none = Noch keine Pipelines
entity-pipeline-count = { $count ->
    [one] { $count } Pipeline
   *[other] { $count } Pipelines
}

entity-stage = Phase
entity-stage-many = Phasen
entity-stage-new = Neue Phase
entity-stage-none = Noch keine Phasen
entity-stage-count = { $count ->
    [one] { $count } Phase
   *[other] { $count } Phasen
}

entity-tag = Tag
entity-tag-many = Tags
entity-tag-new = Neuer Tag
entity-tag-none = Noch keine Tags
entity-tag-count = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tags
}

entity-view = Ansicht
entity-view-many = Ansichten
entity-view-new = Neue Ansicht
entity-view-none = Noch keine gespeicherten Ansichten
entity-view-count = { $count ->
    [one] { $count } Ansicht
   *[other] { $count } Ansichten
}

entity-team = Team
entity-team-many = Teams
entity-team-new = Neues Team
entity-team-none = Noch keine Teams
entity-team-count = { $count ->
    [one] { $count } Team
   *[other] { $count } Teams
}

entity-employee = Teammitglied
entity-employee-many = Teammitglieder
entity-employee-new = Neues Teammitglied
entity-employee-none = Noch keine Teammitglieder
entity-employee-count = { $count ->
    [one] { $count } Teammitglied
   *[other] { $count } Teammitglieder
}

entity-read_rule = Leseregel
entity-read_rule-many = Leseregeln
entity-read_rule-new = Neue Leseregel
entity-read_rule-none = Alle lesen alles
entity-read_rule-count = { $count ->
    [one] { $count } Leseregel
   *[other] { $count } Leseregeln
}

entity-workspace = Arbeitsbereich
entity-workspace-many = Arbeitsbereiche
entity-workspace-new = Neuer Arbeitsbereich
entity-workspace-none = Noch nichts für alle festgelegt
entity-workspace-count = { $count ->
    [one] { $count } Arbeitsbereich
   *[other] { $count } Arbeitsbereiche
}

## Felder; `field-<entity>-<field>` geht vor `field-<field>`

field-active = Aktiv
field-address = Adresse
field-age = Alter
field-amount = Betrag
field-archived = Archiviert
field-birthday = Geburtstag
field-category = Kategorie
field-closed_on = Abgeschlossen am
field-code = Artikelnummer
field-company = Firma
field-competitors = Mitbewerber
field-concerns = Bedenken
field-contact = Kontakt
field-created_at = Angelegt am
field-created_by = Angelegt von
field-customer = Kunde
field-deal = Deal
field-direction = Richtung
field-discount = Rabatt (%)
field-distinct_from = Nicht dasselbe wie
field-done = Erledigt
field-due_on = Fällig
field-email = E-Mail
field-employees = Beschäftigte
field-ends_at = Ende
field-entity = Für
field-expected_close = Abschluss erwartet
field-external_key = Schlüssel in der Quelle
field-family_name = Nachname
field-first = Öffnet die Liste
field-founded = Gegründet
field-gender = Geschlecht
field-given_name = Vorname
field-industry = Branche
field-job_title = Position
field-keep_deleted_days = Tage, die Gelöschtes bleibt
field-kind = Art
field-language = Sprache
field-layout = Darstellung
field-lead = Teamleitung
field-lifecycle = Status
field-lock_days = Tage, die ein Gerät weg sein darf
field-lost_reason = Verlustgrund
field-manager = Vorgesetzt
field-merged_into = Zusammengeführt mit
field-messaging = Messenger
field-more_emails = Weitere E-Mails
field-more_phones = Weitere Telefonnummern
field-name = Name
field-needs = Bedarf
field-next_step = Nächster Schritt
field-note = Notiz
field-number = Nummer
field-opened_on = Eröffnet am
field-origin = Herkunft
field-origin_detail = Herkunft im Detail
field-outcome = Ergebnis
field-owner = Zuständig
field-parent = Gehört zu
field-participants = Teilnehmende
field-mentions = Erwähnt
field-phone = Telefon
field-pipeline = Pipeline
field-place = Ort
field-position = Reihenfolge
field-price = Preis
field-priority = Priorität
field-probability = Wahrscheinlichkeit (%)
field-product = Produkt
field-progress = Fortschritt (%)
field-quantity = Menge
field-query = Filter
field-reach = Sieht
field-region = Region
field-remarks = Bemerkungen
field-remind_at = Erinnerung
field-requirements = Anforderungen
field-revenue = Umsatz
field-role = Rolle
field-salutation = Anrede
field-source_system = Importiert aus
field-stage = Phase
field-starts_at = Beginn
field-subject = Betreff
field-tags = Tags
field-team = Team
field-text = Notizen
field-tint = Farbe
field-title = Aufgabe
field-website = Website

field-company-parent = Muttergesellschaft
field-product-text = Beschreibung
field-product-price = Listenpreis
field-stage-outcome = Zählt als
field-task-owner = Zugewiesen an
field-task-text = Details

## Auswahlwerte; `choice-<entity>-<field>-<tag>` geht vor `choice-<field>-<tag>`

choice-direction-in = Eingehend
choice-direction-out = Ausgehend
choice-gender-diverse = Divers
choice-gender-female = Weiblich
choice-gender-male = Männlich
choice-kind-call = Anruf
choice-kind-email = E-Mail
choice-kind-meeting = Besprechung
choice-kind-note = Notiz
choice-kind-visit = Besuch
choice-language-de = Deutsch
choice-language-en = Englisch
choice-language-hi = Hindi
choice-language-pt-BR = Portugiesisch (Brasilien)
choice-layout-board = Board
choice-layout-table = Tabelle
choice-lifecycle-customer = Kunde
choice-lifecycle-former = Ehemaliger Kunde
choice-lifecycle-lead = Lead
choice-lifecycle-prospect = Interessent
choice-lost_reason-competitor = Mitbewerber
choice-lost_reason-no_answer = Keine Antwort
choice-lost_reason-no_need = Kein Bedarf
choice-lost_reason-other = Sonstiges
choice-lost_reason-price = Preis
choice-lost_reason-timing = Zeitpunkt
choice-origin-campaign = E-Mail-Kampagne
choice-origin-cold_call = Kaltakquise
choice-origin-fair = Messe
choice-origin-import = Import
choice-origin-other = Sonstiges
choice-origin-referral = Empfehlung
choice-origin-social = Soziale Medien
choice-origin-website = Website
choice-outcome-cancelled = Abgesagt
choice-outcome-done = Stattgefunden
choice-outcome-left_message = Nachricht hinterlassen
choice-outcome-no_answer = Nicht erreicht
choice-outcome-reached = Erreicht
choice-priority-high = Hoch
choice-priority-low = Niedrig
choice-priority-normal = Normal
choice-reach-all = Datensätze von allen
choice-reach-own = Eigene Datensätze
choice-reach-team = Datensätze des Teams
choice-role-admin = Administration
choice-role-manager = Vertriebsleitung
choice-role-rep = Vertrieb
choice-stage-outcome-lost = Verloren
choice-stage-outcome-open = Offen
choice-stage-outcome-won = Gewonnen
