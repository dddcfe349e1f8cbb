import { dictionary } from '../language/dictionary.ts'

export const emergencyText = dictionary({
  nl: {
    title: 'Er met spoed bij',
    back: 'Alle samenwerkingen',
    intro: 'Alleen als iemand niet kan wachten op wie er wel bij hoort.',
    first: 'Weet voor je verdergaat:',
    facts: [
      'Het team en de mensen om wie het gaat, zien dat jij keek, wanneer en waarom.',
      'Het duurt vier uur. Je kunt het zelf eerder beëindigen.',
      'Ook een poging komt in het logboek.',
    ],
    name: 'Naam van de samenwerking',
    nameHint: 'De hele naam, precies zoals het team hem schreef. Bijvoorbeeld: Lina en Noor.',
    nameMissing: 'Vul de hele naam van de samenwerking in',
    reason: 'Waarom kan het niet wachten?',
    reasonHint: 'Eén zin. De mensen om wie het gaat lezen dit ook.',
    reasonMissing: 'Schrijf in een zin waarom het niet kan wachten (minstens 10 tekens)',
    open: 'Kijk met spoed',
    none: 'Er is geen samenwerking die precies zo heet. Kijk de naam na, of bel een collega die meedoet.',
    several: 'Er zijn er meer die zo heten. Daarom openen we er geen. Bel een collega die meedoet.',
  },
  en: {
    title: 'Look in an emergency',
    back: 'All collaborations',
    intro: 'Only when someone cannot wait for who does belong to it.',
    first: 'Know before you go on:',
    facts: [
      'The team and the people it is about see that you looked, when and why.',
      'It lasts four hours. You can end it yourself before that.',
      'An attempt is written in the log too.',
    ],
    name: 'Name of the collaboration',
    nameHint: 'The whole name, exactly as the team wrote it. For example: Lina en Noor.',
    nameMissing: 'Fill in the whole name of the collaboration',
    reason: 'Why can it not wait?',
    reasonHint: 'One sentence. The people it is about read this too.',
    reasonMissing: 'Write in one sentence why it cannot wait (at least 10 characters)',
    open: 'Look in an emergency',
    none: 'There is no collaboration of exactly that name. Check the name, or call a colleague who takes part.',
    several: 'There are more of that name, so we open none. Call a colleague who takes part.',
  },
})
