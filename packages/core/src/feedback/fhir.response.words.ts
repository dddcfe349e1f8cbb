export type FhirSeverity = 'error' | 'warning' | 'information'
/** One thing to say: how grave it is, FHIR's IssueType for it, and the words; `{0}`, `{1}` stand for what the issue names. */
export type IssueRow = readonly [severity: FhirSeverity, code: string, nl: string, en: string]

/** What can be said of answers that come in, and of what was computed from them. */
export const responseIssues = {
  'response-form': [
    'error',
    'not-found',
    'Bij welke vragenlijst hoort dit? "{0}" is er niet.',
    'The Questionnaire "{0}" is not here.',
  ],
  'response-many': [
    'error',
    'too-costly',
    'Dit zijn te veel antwoorden: meer dan {0}.',
    'There are more than {0} items and answers.',
  ],
  'response-item-unknown': [
    'error',
    'not-found',
    '"{0}" komt in de vragenlijst niet voor.',
    '"{0}" is no item of the form.',
  ],
  'response-item-place': [
    'error',
    'structure',
    '"{0}" staat op een andere plek dan in de vragenlijst.',
    '"{0}" stands at another place than in the form.',
  ],
  'response-order': [
    'warning',
    'structure',
    '"{0}" staat in een andere volgorde dan in de vragenlijst.',
    '"{0}" stands in another order than in the form.',
  ],
  'response-twice': [
    'error',
    'duplicate',
    '"{0}" kan maar één keer beantwoord worden.',
    '"{0}" does not repeat, and is there more than once.',
  ],
  'response-value-missing': ['error', 'required', 'Hier staat geen antwoord.', 'There is no value here.'],
  'response-value-kind': [
    'error',
    'value',
    'Een antwoord van dit soort past niet bij deze vraag: {0}, verwacht {1}.',
    'The answer is of type {0}; the item asks for {1}.',
  ],
  'response-value': [
    'error',
    'value',
    'Deze waarde kunnen we niet lezen: {0}.',
    'The value cannot be read: {0}.',
  ],
  'response-no-answer-here': [
    'error',
    'business-rule',
    'Hier kan geen antwoord bij: {0}.',
    'An item of type {0} takes no answer.',
  ],
  'response-required': [
    'error',
    'required',
    'Deze vraag moet beantwoord worden.',
    'This item must be answered.',
  ],
  'response-option': [
    'error',
    'code-invalid',
    '"{0}" is geen van de keuzes.',
    '"{0}" is none of the options.',
  ],
  'response-not-asked': [
    'error',
    'business-rule',
    'Deze vraag wordt bij deze antwoorden niet gesteld.',
    'With these answers this item is not asked.',
  ],
  'response-length': [
    'error',
    'too-long',
    'Dit antwoord is langer dan {0} tekens.',
    'The answer is longer than {0} characters.',
  ],
  'response-limit': [
    'error',
    'business-rule',
    'Dit antwoord valt buiten de grens {0}.',
    'The answer is beyond the limit {0}.',
  ],
  'response-count': [
    'error',
    'business-rule',
    'Het aantal antwoorden hoort {0} te zijn.',
    'The number of answers should be {0}.',
  ],
  'response-status': [
    'error',
    'code-invalid',
    'De status ontbreekt of is onbekend.',
    'The status is missing or unknown.',
  ],
  'response-pattern': [
    'error',
    'value',
    'Dit antwoord past niet bij het patroon {0}.',
    'The answer does not match the pattern {0}.',
  ],
  'response-rule': ['error', 'invariant', '{0}', '{0}'],
  'response-rule-warning': ['warning', 'invariant', '{0}', '{0}'],
  // What was computed.
  computed: ['information', 'informational', 'Berekend: {0}.', 'Computed: {0}.'],
  'computed-other': [
    'warning',
    'business-rule',
    'Hier is {0} berekend, en er staat {1}. Wat er staat blijft staan.',
    'Computed here as {0}; the answer says {1}, and is kept as it came.',
  ],
  'not-computed': ['warning', 'processing', 'Niet berekend: {0}.', 'Not computed: {0}.'],
} as const satisfies Record<string, IssueRow>
