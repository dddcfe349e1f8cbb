import { type IssueRow, responseIssues } from './fhir.response.words.ts'

export type { FhirSeverity } from './fhir.response.words.ts'

/** Everything that can be said of a form or an answer that comes in, once: how grave it is, and in which words. */

/** `{0}`, `{1}` stand for what the issue names. The code is one of FHIR's IssueType. */
export const fhirIssues = {
  // What cannot be read at all.
  'not-json': ['error', 'structure', 'Dit is geen leesbare JSON.', 'This is no readable JSON.'],
  'not-an-object': ['error', 'structure', 'Hier hoort één object te staan.', 'This should be one object.'],
  'too-deep': [
    'error',
    'too-costly',
    'Dit zit te diep in elkaar: meer dan {0} lagen.',
    'This is nested too deeply: more than {0} levels.',
  ],
  'too-many-items': ['error', 'too-costly', 'Meer dan {0} vragen.', 'More than {0} items.'],
  'too-many-options': [
    'error',
    'too-costly',
    'Meer dan {0} keuzes bij elkaar.',
    'More than {0} options in all, value sets counted each time they are used.',
  ],
  'wrong-resource': [
    'error',
    'invalid',
    'Dit is een {0}, geen {1}.',
    'This is a resource of type {0}, not {1}.',
  ],
  'bundle-here': [
    'error',
    'not-supported',
    'Stuur elke vragenlijst uit de bundel apart, met de waardenlijsten erin (contained).',
    'Send each Questionnaire of the Bundle by itself, with its value sets contained.',
  ],
  'no-questionnaire': [
    'error',
    'required',
    'Er zit geen vragenlijst in deze bundel.',
    'There is no Questionnaire in this Bundle.',
  ],
  'unstorable-text': [
    'error',
    'value',
    'Hier staat een teken dat niet bewaard kan worden.',
    'This holds a character that cannot be stored (U+0000 or half a surrogate).',
  ],
  'unstorable-number': [
    'error',
    'value',
    'Dit getal is te groot om te bewaren.',
    'This number is too large to be kept.',
  ],
  'personal-number': [
    'error',
    'business-rule',
    'Hier staat een burgerservicenummer. Dat bewaren we niet.',
    'This holds a citizen service number (BSN), which is never stored here.',
  ],
  // What makes a form impossible to use.
  'wrong-type': ['error', 'structure', '{0} hoort {1} te zijn.', '{0} should be {1}.'],
  'link-id-missing': ['error', 'required', 'Deze vraag heeft geen linkId.', 'This item has no linkId.'],
  'link-id-double': [
    'error',
    'duplicate',
    'De linkId "{0}" komt vaker voor.',
    'The linkId "{0}" is used more than once.',
  ],
  'type-missing': ['error', 'required', 'Deze vraag heeft geen type.', 'This item has no type.'],
  'old-form': [
    'error',
    'not-supported',
    'Dit is een vragenlijst van een oudere FHIR (DSTU2). Zet hem eerst om naar R4.',
    'This is a Questionnaire of FHIR DSTU2. Convert it to R4 first.',
  ],
  'value-set-cycle': [
    'error',
    'invalid',
    'De lijst met keuzes "{0}" verwijst naar zichzelf.',
    'The value set "{0}" refers to itself.',
  ],
  // What goes on with a mark.
  'link-id-made': [
    'warning',
    'required',
    'Deze tekst heeft geen linkId. Hier heet hij "{0}".',
    'This display item has no linkId; here it is called "{0}".',
  ],
  'type-unknown': [
    'warning',
    'not-supported',
    'Het type "{0}" kennen we niet. De vraag wordt getoond als "kan hier niet beantwoord worden".',
    'The item type "{0}" is not known; it is kept and shown as something that cannot be answered here.',
  ],
  'cannot-be-answered': [
    'warning',
    'not-supported',
    'Een vraag van het type "{0}" kan hier niet beantwoord worden. Hij wordt wel bewaard.',
    'An item of type "{0}" is kept but cannot be answered here.',
  ],
  'type-taken': [
    'warning',
    'required',
    'Er staat geen type bij; we nemen aan: een groep.',
    'This item has no type; it holds items, so it is taken as a group.',
  ],
  'status-missing': [
    'warning',
    'required',
    'De status ontbreekt of is onbekend; we nemen aan: concept.',
    'The status is missing or unknown; taken as draft.',
  ],
  'text-missing': ['warning', 'required', 'Deze vraag heeft geen tekst.', 'This item has no text to show.'],
  'no-items': ['warning', 'required', 'Er staan geen vragen in.', 'There are no items in it.'],
  'title-missing': [
    'information',
    'informational',
    'Er is geen titel; we noemen hem "{0}".',
    'There is no title; it is called "{0}" here.',
  ],
  'group-empty': ['warning', 'required', 'Deze groep is leeg.', 'This group has no items in it.'],
  'display-with-items': [
    'warning',
    'business-rule',
    'Een tekst kan geen vragen onder zich hebben; ze staan er nu als groep.',
    'A display item cannot hold items; it is taken as a group.',
  ],
  'display-with-condition': [
    'warning',
    'business-rule',
    '{0} hoort niet bij dit soort vraag en doet niets.',
    '{0} has no meaning for this type of item and is left aside.',
  ],
  'unknown-question': [
    'warning',
    'not-found',
    'De voorwaarde kijkt naar "{0}", en die vraag is er niet.',
    'The condition looks at "{0}", which is not in the form; it counts as not answered.',
  ],
  'unknown-operator': [
    'warning',
    'not-supported',
    'De voorwaarde "{0}" kennen we niet; hij telt niet mee.',
    'The operator "{0}" is not known; the condition is left aside.',
  ],
  'condition-incomplete': [
    'warning',
    'required',
    'Een voorwaarde is niet compleet; hij telt niet mee.',
    'A condition is not complete; it is left aside.',
  ],
  'condition-circle': [
    'warning',
    'business-rule',
    'Deze vraag wacht op zichzelf of op een vraag die op haar wacht.',
    'This item waits for itself, or for an item that waits for it; it counts as asked.',
  ],
  'behaviour-missing': [
    'information',
    'required',
    'Er staat niet bij of alle voorwaarden gelden of één; we nemen aan: {0}.',
    'enableBehavior is missing with more than one condition; taken as {0}.',
  ],
  'older-notation': [
    'warning',
    'not-supported',
    '"{0}" is van een oudere FHIR (STU3). We lezen het als "{1}".',
    '"{0}" is notation of FHIR STU3; it is read as "{1}".',
  ],
  'options-elsewhere': [
    'warning',
    'not-found',
    'De keuzes staan in een lijst die hier niet is: {0}.',
    'The choices are in a value set that is not here: {0}.',
  ],
  'options-missing': [
    'warning',
    'required',
    'Deze keuzevraag heeft geen keuzes.',
    'This choice has no options.',
  ],
  'options-incomplete': [
    'warning',
    'not-supported',
    'Niet alle keuzes van "{0}" zijn bekend: {1}.',
    'Not all concepts of "{0}" are known here: {1}.',
  ],
  'option-unreadable': [
    'warning',
    'value',
    'Deze keuze kunnen we niet lezen.',
    'This option has no value that can be read.',
  ],
  'option-twice': [
    'warning',
    'duplicate',
    'De keuze "{0}" staat er twee keer.',
    'The option "{0}" stands there twice.',
  ],
  'initial-unreadable': [
    'warning',
    'value',
    'De beginwaarde past niet bij de vraag en wordt niet gebruikt.',
    'The initial value does not fit the item and is not used.',
  ],
  'limit-unreadable': [
    'warning',
    'value',
    '{0} past niet bij de vraag en wordt niet gebruikt.',
    '{0} does not fit the item and is not used.',
  ],
  'pattern-unreadable': [
    'warning',
    'value',
    'Het patroon "{0}" kunnen we niet gebruiken.',
    'The pattern "{0}" cannot be used.',
  ],
  'expression-unreadable': [
    'warning',
    'value',
    'De berekening kunnen we niet lezen.',
    'The expression has no text or no name that can be read.',
  ],
  'expression-language': [
    'warning',
    'not-supported',
    'Een berekening in "{0}" kan hier niet; hij wordt wel bewaard.',
    'An expression in "{0}" is kept but not computed here; only text/fhirpath is.',
  ],
  'expression-wrong': [
    'warning',
    'invalid',
    'Deze berekening klopt niet en wordt niet gedaan: {0}',
    'The expression is no FHIRPath and is not computed: {0}',
  ],
  'expression-context': [
    'warning',
    'not-supported',
    'De berekening gebruikt {0}. Dat is hier niet; hij wordt bewaard en niet gedaan.',
    'The expression uses {0}, which is not here; it is kept and not computed.',
  ],
  'key-twice': [
    'warning',
    'structure',
    'De naam "{0}" staat twee keer in één object. De laatste telt; de andere is niet bewaard.',
    'The name "{0}" stands twice in one object: the last one counts, the other could not be kept.',
  ],
  'not-used': [
    'information',
    'not-supported',
    '{0} wordt bewaard en doet hier niets.',
    '{0} is kept and has no effect here.',
  ],
  'not-supported': [
    'warning',
    'not-supported',
    '{0} kunnen we niet. Het wordt bewaard en komt ongewijzigd mee terug.',
    '{0} is not supported; it is kept and comes back unchanged.',
  ],
  'modifier-extension': [
    'warning',
    'extension',
    '{0} kan de betekenis veranderen en die kennen we niet.',
    '{0} may change the meaning and is not known here.',
  ],
  'more-issues': ['warning', 'too-long', 'En nog {0} andere.', 'And {0} more, which are not listed.'],
  ...responseIssues,
} as const satisfies Record<string, IssueRow>
