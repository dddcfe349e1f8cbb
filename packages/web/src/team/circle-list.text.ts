import { dictionary } from '../language/dictionary.ts'

export const circleListText = dictionary({
  nl: {
    title: 'Team',
    intro: 'Teams en netwerken rond een gezin: even stilstaan, elkaar begrijpen, afspreken.',
    make: 'Nieuw team of netwerk',
    rounds: 'Peilingen: een grote groep vragen zonder namen',
    chooser: 'Keuzehulp: welk instrument past bij onze vraag?',
    more: 'Ook hier',
    kind: { team: 'Team', network: 'Netwerk rond een gezin' },
    running: 'Lopende teams en netwerken',
    over: 'Afgerond',
    people: (count: number) => (count === 1 ? '1 mens' : `${count} mensen`),
    next: (day: string) => `Volgend gesprek: ${day}`,
    midcourse: (day: string) => `Halverwege kijken: ${day}`,
    midcourseNow: 'Zijn we er allemaal nog? Dit is het moment om halverwege te kijken.',
    until: (day: string) => `Loopt tot en met ${day}`,
    emptyTitle: 'Nog geen teams of netwerken',
    emptyText:
      'Hier staan de mensen van verschillende organisaties die samen om één gezin heen staan, en teams die naar zichzelf kijken. Het gezin doet mee.',
  },
  en: {
    title: 'Team',
    intro: 'Teams and networks round one family: pause, understand each other, agree.',
    make: 'New team or network',
    rounds: 'Rounds: ask a large group without names',
    chooser: 'Chooser: which instrument fits our question?',
    more: 'Also here',
    kind: { team: 'Team', network: 'Network round a family' },
    running: 'Running teams and networks',
    over: 'Rounded off',
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    next: (day: string) => `Next meeting: ${day}`,
    midcourse: (day: string) => `Looking half-way: ${day}`,
    midcourseNow: 'Are we all still there? This is the moment to look half-way.',
    until: (day: string) => `Goes on until ${day}`,
    emptyTitle: 'No teams or networks yet',
    emptyText:
      'Here stand the people of several organisations round one family, and teams that look at themselves. The family takes part.',
  },
})
