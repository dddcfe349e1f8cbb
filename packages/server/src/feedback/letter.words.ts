/** A check is a short question; a form is called what it is, for it asks more time. */
export type Asks = 'check' | 'form'

type Waiting = { what: string; thing: string; label: string }

/** What waits for somebody, as letters say it. */
export const waits: Readonly<Record<'nl' | 'en', Readonly<Record<Asks, Waiting>>>> = {
  nl: {
    check: { what: 'een korte vraag', thing: 'vraag', label: 'Naar de vraag' },
    form: { what: 'een vragenlijst', thing: 'vragenlijst', label: 'Naar de vragenlijst' },
  },
  en: {
    check: { what: 'A short question', thing: 'question', label: 'To the question' },
    form: { what: 'A list of questions', thing: 'list', label: 'To the questions' },
  },
}
