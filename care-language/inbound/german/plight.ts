import { once } from '../../once.ts'
import { phrases } from './pattern.ts'

/** Something is burning, flooding or leaking now, or somebody gets no air. */
export const acute = once(() =>
  phrases(
    'Gasgeruch|Gasleck|Gasaustritt|Gas (?:\\p{L}+ ){0,3}(?:riech~|ausström~|aus)|riech~ (?:\\p{L}+ ){0,8}(?:nach |von |das )?Gas|(?:riech~|stink~)(?: \\p{L}+){0,6} (?:verschmort~|verbrannt~|angebrannt~|angesengt~|verkohlt~|verschmort|faulen Eiern|Schwefel|Qualm|verbranntem Plastik|Kabel)|verschmort~|schmort|qualmt|(?:beißend~|verbrannt~|stechend~|verschmort~|brandig~)(?:er|en|em)? Geruch|Brandgeruch|Kabel (?:\\p{L}+ )?schmor~|Rauchentwicklung|Rauch (?:\\p{L}+ ){0,3}(?:aus|kommt)|es raucht|raucht (?:es|plötzlich|aus)|(?:sprüh~|schläg~|schlagen|fliegen|kommen)(?: \\p{L}+){0,3} Funken|Funken (?:\\p{L}+ )?(?:sprüh~|geschlagen|geflogen|aus|geschlagen)|fängt Feuer|Feuer gefangen|in Flammen|brennt es|es brennt|Kurzschluss|Stromschlag|(?:einen|eine) (?:gewischt|Schlag) bekommen|Kohlenmonoxid|CO-?Melder',
    'Wasser (?:\\p{L}+ ){0,6}(?:durch|aus|von) (?:der|die|den|dem) (?:Decke|Wand|Lampe|Steckdose|Dach|Sicherungskasten|Leitung|Schalter)|(?:Decke|Wand|Lampe|Steckdose)(?: \\p{L}+){0,4} (?:tropft|Wasser)|(?:tropft|läuft|rinnt)(?: \\p{L}+){0,4} (?:durch|aus|von) (?:der|die|unserer|meiner) (?:Decke|Lampe|Steckdose|Wand)|~überschwemm~|~rohrbruch|(?:steht|stehen)(?: \\p{L}+){0,4} unter Wasser|voll ?gelaufen|läuft voll|Decke (?:\\p{L}+ )?(?:heruntergekommen|kommt runter|herab|eingestürzt)',
    '(?:Putzmittel|Reiniger|Bleiche|Gift|Knopfbatterie|Batterie|Spülmittel|Waschmittel|Frostschutz~)(?: \\p{L}+){0,4} (?:getrunken|verschluckt|geschluckt|abgeleckt|gegessen|gefressen)|bewusstlos~|ohnmächtig~|blutet (?:stark|sehr|heftig|noch|immer)|erstick~|Atemnot|(?:bekomm~|krieg~)(?: \\p{L}+){0,4} (?:keine|kaum|schlecht) Luft|(?:bin|wir sind|sind wir|habe mich|haben uns|hat sich|haben sich|ist mein~ \\p{L}+)(?: \\p{L}+){0,5} (?:eingesperrt|eingeschlossen|ausgesperrt)|(?:steck~|sitz~|häng~|fest)(?: \\p{L}+){0,4} (?:im|in dem) (?:Aufzug|Lift|Fahrstuhl)|(?:im|in dem) (?:Aufzug|Lift|Fahrstuhl)(?: \\p{L}+){0,4} (?:fest|steck~|eingesperrt|gefangen)|(?:gerade|eben|jetzt) (?:gestürzt|zusammengebrochen)',
  ),
)

export const grave = once(() =>
  phrases(
    '(?:Brems(?:e|en|leitung|pedal|schlauch|belag|beläge|versagen))|~allergi(?:e|en|ker|kerin|kern|sch|sche|schen|scher|sches|kerinnen)|anaphyla~|Überdosis|(?:falsche~|verkehrte~|vertauschte~) (?:Medikament~|Tablette~|Dosis|Dosierung|Tropfen|Pille~|Spritze~|Blut~|Stärke)|Insulin~|Inhalator|Asthmaspray|~beatmung~|Beatmungs~|Sauerstoff~|Herzschrittmacher|künstliche~ (?:Ernährung|Beatmung)|Magensonde|verletzt~|Verletzung~|Krankenhaus|Spital|Notaufnahme|Krankenwagen|Rettungswagen|Notarzt|Rettung gerufen|vergift~|Vergiftung|gestrandet|geschwollen|Lebensmittelvergiftung|(?:verbrannt|verbrüht|verätzt)(?! (?:geschmeckt|serviert))|sturzgefahr|gestürzt|Identität~|(?:Unterlagen|Daten|Befund~|Rechnung|Brief|Konto~|Rezept|Röntgenbild~|Akte)(?: \\p{L}+){0,4} (?:von|ein~|der) (?:ein~ )?(?:ander~|fremd~) (?:\\p{L}+)|(?:fremde|anderer|anderen) (?:Daten|Befunde|Patient~)|gehackt|(?:Nüsse|Nuss|Erdnüsse|Gluten|Glas~|Metall~)(?: \\p{L}+){0,4} (?:drin|gefunden|enthalten)',
  ),
)

export const frail = once(() =>
  phrases(
    '~baby|babys|Säugling~|Neugeboren~|Kleinkind~|Frühchen|schwanger~|Rollstuhl~|Rollator|~behindert~|Pflegegrad~|pflegebedürftig~|bettlägerig~|(?:alte|betagte|hochbetagte|demente|kranke)[nrs]? (?:Mutter|Vater|Eltern|Dame|Herr|Mensch~|Leute|Mann|Frau|Nachbar~)|(?:7|8|9)\\d(?:-?jährig~| Jahre)|(?:ist|bin) (?:\\p{L}+ )?(?:7|8|9)\\d(?= und|[.,])|Asthma~|Sauerstoff~|~diabet~|blind~|gehörlos~|Demenz|dement|(?:ein|zwei|drei|kleine~|kranke~) (?:kleine~ )?(?:Kind|Kinder)(?! (?:und|sind) begeistert)',
  ),
)

export const hardship = once(() =>
  phrases(
    '(?:kein~|ohne|weder) (?:warme~ )?(?:Heizung|Warmwasser|Wasser|Strom|Geld|Essen|Telefon|Internet|Licht|Dach|Medikament~|Lohn|Gehalt)|(?:Heizung|Strom|Wasser|Warmwasser|Internet|Telefon|Therme|Fernwärme)(?: \\p{L}+){0,5} (?:aus|weg|ausgefallen|kalt|abgestellt|abgedreht|gesperrt|tot|läuft nicht|geht nicht|funktioniert nicht)|Heizung~ (?:\\p{L}+ ){0,3}(?:ist|defekt|kaputt)|(?:noch|nur|gerade|bei|unter) (?:\\p{L}+ )?(?:\\d|1[0-7]|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn) Grad|friere(?:n)?|frier(?:t|en)(?! ein)|Medikament(?:e|en|s)?|Tabletten|Miete|Lohn|Gehalt|Rente|Ersparnisse|Beerdigung|Hochzeit|Trauung|Prüfung|Räumung~|arbeitslos|(?:Tage|Wochen|Nächte|Monate|Tagen|Wochen|Monaten) (?:ohne|kein~)|(?:nicht|kaum) (?:schlafen|essen|duschen|arbeiten|heizen|kochen|waschen|bezahlen)|Strom (?:\\p{L}+ )?(?:sperr~|abstell~)|sperren Sie (?:\\p{L}+ )?nicht',
  ),
)

/** What a frail person cannot be without for a night. */
export const needed = once(() =>
  phrases(
    '~heizung~|Therme|Fernwärme|Strom|Warmwasser|warmes Wasser|Wasser|Gas|Kühlschrank|Herd|Aufzug|Lift|Fahrstuhl|Treppenlift~|Rampe|Notruf~|Hausnotruf~|~medikament~|Tabletten|Insulin~|Sauerstoff~|~beatmung~|Beatmungs~|Pflegebett',
  ),
)
