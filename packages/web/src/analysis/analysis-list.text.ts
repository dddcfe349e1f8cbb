import { dictionary } from '../language/dictionary.ts'

export const analysisListText = dictionary({
  nl: {
    title: 'Duiden',
    intro: 'Leg de woorden van iedereen naast elkaar, en zie wat ze samen zeggen. Ook de stilte telt.',
    make: 'Nieuwe duiding',
    bring: 'Duiding inlezen',
    emptyTitle: 'Hier komt wat jullie samen hoorden',
    emptyText:
      'Kies een gesprek of samenwerking. De woorden van wie toestemming gaf, komen er vanzelf bij. Jij geeft ze een thema.',
    documents: (count: number) => (count === 1 ? '1 tekst' : `${count} teksten`),
    quotes: (count: number) => (count === 1 ? '1 uitspraak' : `${count} uitspraken`),
    changed: (day: string) => `laatst veranderd ${day}`,
  },
  en: {
    title: 'Meaning',
    intro: 'Lay everybody’s words side by side, and see what they say together. Silence counts too.',
    make: 'New analysis',
    bring: 'Read in an analysis',
    emptyTitle: 'Here comes what you heard together',
    emptyText:
      'Choose a meeting or collaboration. The words of those who consented come in by themselves. You give them a theme.',
    documents: (count: number) => (count === 1 ? '1 text' : `${count} texts`),
    quotes: (count: number) => (count === 1 ? '1 quote' : `${count} quotes`),
    changed: (day: string) => `last changed ${day}`,
  },
})
