import type { ChangeKind } from '@weerklank/core/analysis/deed.contract'
import { dictionary } from '../language/dictionary.ts'

type Told = (about: string, rows: number) => string
const named = (about: string) => (about === '' ? '' : ` ‘${about}’`)

const kindNl: Record<ChangeKind, Told> = {
  'add-codes': (about, rows) => (rows === 1 ? `maakte het thema${named(about)}` : `maakte ${rows} thema’s`),
  'describe-code': (about) => `beschreef het thema${named(about)}`,
  'move-code': (about) => `verplaatste het thema${named(about)}`,
  'remove-code': (about) => `verwijderde het thema${named(about)}`,
  'merge-codes': (about) => `voegde thema’s samen in${named(about)}`,
  'split-code': (about) => `splitste het thema${named(about)}`,
  'add-codings': (about, rows) =>
    rows === 1
      ? `gaf een uitspraak het thema${named(about)}`
      : `gaf ${rows} uitspraken het thema${named(about)}`,
  'change-coding': (about) => `veranderde een uitspraak bij${named(about)}`,
  'remove-codings': (about, rows) =>
    rows === 1
      ? `haalde het thema${named(about)} weg bij een uitspraak`
      : `haalde bij ${rows} uitspraken het thema weg`,
  'take-decision': () => 'nam een besluit over in de uitspraken',
  'add-memo': (about) => `schreef een notitie${about === '' ? '' : ` bij ‘${about}’`}`,
  'change-memo': (about) => `veranderde een notitie${about === '' ? '' : ` bij ‘${about}’`}`,
  'remove-memo': (about) => `verwijderde een notitie${about === '' ? '' : ` bij ‘${about}’`}`,
}
const kindEn: Record<ChangeKind, Told> = {
  'add-codes': (about, rows) => (rows === 1 ? `made the theme${named(about)}` : `made ${rows} themes`),
  'describe-code': (about) => `described the theme${named(about)}`,
  'move-code': (about) => `moved the theme${named(about)}`,
  'remove-code': (about) => `removed the theme${named(about)}`,
  'merge-codes': (about) => `merged themes into${named(about)}`,
  'split-code': (about) => `split the theme${named(about)}`,
  'add-codings': (about, rows) =>
    rows === 1 ? `gave a quote the theme${named(about)}` : `gave ${rows} quotes the theme${named(about)}`,
  'change-coding': (about) => `changed a quote of${named(about)}`,
  'remove-codings': (about, rows) =>
    rows === 1 ? `took the theme${named(about)} off a quote` : `took the theme off ${rows} quotes`,
  'take-decision': () => 'took a decision over into the quotes',
  'add-memo': (about) => `wrote a note${about === '' ? '' : ` with ‘${about}’`}`,
  'change-memo': (about) => `changed a note${about === '' ? '' : ` with ‘${about}’`}`,
  'remove-memo': (about) => `removed a note${about === '' ? '' : ` with ‘${about}’`}`,
}

export const historyText = dictionary({
  nl: {
    title: 'Wat er veranderde',
    intro: 'Alles wat in deze duiding gebeurde, het laatste bovenaan. Wat jij deed, kun je ongedaan maken.',
    back: 'Terug naar de teksten',
    kind: kindNl,
    me: 'Jij',
    somebody: 'Iemand',
    undone: 'ongedaan gemaakt',
    undo: 'Maak mijn laatste stap ongedaan',
    redo: 'Doe die stap opnieuw',
    more: 'Toon eerder',
    emptyTitle: 'Er veranderde nog niets',
    emptyText: 'Zodra iemand een thema maakt of woorden een thema geeft, lees je het hier.',
  },
  en: {
    title: 'What changed',
    intro: 'Everything that happened in this analysis, the last in front. What you did, you can undo.',
    back: 'Back to the texts',
    kind: kindEn,
    me: 'You',
    somebody: 'Somebody',
    undone: 'undone',
    undo: 'Undo my last step',
    redo: 'Do that step again',
    more: 'Show earlier',
    emptyTitle: 'Nothing changed yet',
    emptyText: 'As soon as somebody makes a theme or gives words one, you read it here.',
  },
})
