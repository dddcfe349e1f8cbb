import { dictionary } from '../language/dictionary.ts'

export const trajectoryText = dictionary({
  nl: {
    title: 'Leren',
    intro:
      'Leertrajecten waarin mensen uit meer organisaties samen oefenen, met een maatje en een eigen doel.',
    make: 'Traject samenstellen',
    emptyTitle: 'Hier komen jullie leertrajecten',
    emptyText:
      'Begin met een sjabloon. De bijeenkomsten en meetmomenten staan dan al klaar; jij past de data en de mensen aan.',
    status: { draft: 'In de maak', running: 'Loopt nu', ended: 'Afgerond' },
    learners: (count: number) => (count === 1 ? '1 deelnemer' : `${count} deelnemers`),
    starts: (day: string) => `begint ${day}`,
    next: (title: string, day: string) => `Hierna: ${title}, ${day}`,
    reads: 'je leest de monitor',
    newTitle: 'Een traject samenstellen',
    newIntro: 'Kies waar je mee begint. Daarna pas je alles aan; er wordt nog niemand uitgenodigd.',
    name: 'Hoe heet het traject?',
    nameHint: 'Bijvoorbeeld: Gelijkwaardig samenwerken, voorjaar 2027',
    nameMissing: 'Geef het traject een naam.',
    startsOn: 'Wanneer begint het?',
    startsOnMissing: 'Kies de eerste dag.',
    from: 'Waar begin je mee?',
    fromMissing: 'Kies een sjabloon, of een traject van eerder.',
    templates: 'Een sjabloon',
    copies: 'Een traject van eerder',
    copyOf: (title: string) => `Kopie van ${title}`,
    copyHint: 'De data schuiven mee. Wat mensen schreven, komt niet mee.',
    template: (events: number, moments: string, days: string) =>
      `${events} bijeenkomsten · ${moments === '' ? 'geen meetmomenten' : moments} · ${days}`,
    days: (days: number) =>
      days < 60 ? `${Math.max(1, Math.round(days / 7))} weken` : `${Math.round(days / 30)} maanden`,
    people: 'Neem ook de mensen mee die toen niet stopten',
    peopleHint: 'Ze krijgen een nieuw nummer en worden pas uitgenodigd als jij dat doet.',
    compose: 'Traject samenstellen',
  },
  en: {
    title: 'Learning',
    intro:
      'Learning trajectories in which people of several organisations practise together, with a buddy and a goal of their own.',
    make: 'Compose a trajectory',
    emptyTitle: 'Here come your learning trajectories',
    emptyText:
      'Begin with a template. Events and moments stand ready then; you change the dates and the people.',
    status: { draft: 'Being composed', running: 'Running now', ended: 'Ended' },
    learners: (count: number) => (count === 1 ? '1 learner' : `${count} learners`),
    starts: (day: string) => `begins ${day}`,
    next: (title: string, day: string) => `Next: ${title}, ${day}`,
    reads: 'you read the monitor',
    newTitle: 'Compose a trajectory',
    newIntro: 'Choose what you begin with. You change everything afterwards; nobody is invited yet.',
    name: 'What is the trajectory called?',
    nameHint: 'For instance: Working as equals, spring 2027',
    nameMissing: 'Give the trajectory a name.',
    startsOn: 'When does it begin?',
    startsOnMissing: 'Choose the first day.',
    from: 'What do you begin with?',
    fromMissing: 'Choose a template, or an earlier trajectory.',
    templates: 'A template',
    copies: 'An earlier trajectory',
    copyOf: (title: string) => `Copy of ${title}`,
    copyHint: 'The dates move along. What people wrote does not come along.',
    template: (events: number, moments: string, days: string) =>
      `${events} events · ${moments === '' ? 'no moments' : moments} · ${days}`,
    days: (days: number) =>
      days < 60 ? `${Math.max(1, Math.round(days / 7))} weeks` : `${Math.round(days / 30)} months`,
    people: 'Take along the people who did not stop then',
    peopleHint: 'They get a new number, and are invited only when you do so.',
    compose: 'Compose the trajectory',
  },
})
