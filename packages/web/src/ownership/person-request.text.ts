import { dictionary } from '../language/dictionary.ts'

export const personRequestText = dictionary({
  nl: {
    title: 'Vragen over gegevens',
    asks: { correction: 'vraagt om iets te verbeteren', deletion: 'vraagt om gegevens te verwijderen' },
    asksFor: (name: string) => ({
      correction: `vraagt om iets te verbeteren voor ${name}`,
      deletion: `vraagt om gegevens van ${name} te verwijderen`,
    }),
    askHerToo: (name: string) =>
      `Is ${name} 12 of ouder? Bespreek het dan eerst samen. ${name} kan deze vraag en je antwoord lezen.`,
    parent: 'Een ouder',
    on: (day: string) => `Gevraagd ${day}`,
    onIn: (day: string, relation: string) => `Gevraagd ${day}, bij ${relation}`,
    noWords: 'Zonder uitleg.',
    answerIt: 'Antwoord geven',
    answerTo: (name: string) => `Antwoord aan ${name}`,
    outcome: 'Wat heb je gedaan?',
    outcomes: { done: 'Gedaan', partly: 'Voor een deel gedaan', refused: 'Niet gedaan' },
    outcomeMissing: 'Kies wat je hebt gedaan',
    answer: 'Je antwoord',
    answerHint: 'Dit leest de persoon op de eigen pagina. Leg uit wat je deed, en wat niet en waarom.',
    answerMissing: 'Leg uit waarom niet alles is gedaan',
    deletes: 'Verwijder alles wat deze persoon hier antwoordde',
    deletesMeans:
      'Weg gaan: de antwoorden op de vragen hoe het was, de woorden erbij, de aanleidingen om te praten die daaruit kwamen, en de links van die vragen. Ook wat daarvan voor onderzoek werd bewaard. De persoon krijgt een bewijs.',
    deletesNot:
      'Wat blijft: wie meedoet, contacten, aantekeningen en afspraken. Hoort iets daarvan ook weg? Haal het zelf weg op deze pagina.',
    sure: 'Ik weet dat dit niet terug kan',
    sureMissing: 'Zet een vinkje als je het zeker weet',
    send: 'Antwoord sturen',
    sendAndDelete: 'Verwijderen en antwoord sturen',
    sent: 'Je antwoord staat op de eigen pagina van deze persoon.',
    deleted: (answers: number) =>
      `Verwijderd: ${answers} ${answers === 1 ? 'antwoord' : 'antwoorden'}. Je antwoord staat op de eigen pagina.`,
    taken: 'Een collega heeft deze vraag net beantwoord.',
  },
  en: {
    title: 'Questions about data',
    asks: { correction: 'asks to correct something', deletion: 'asks to delete data' },
    asksFor: (name: string) => ({
      correction: `asks to correct something for ${name}`,
      deletion: `asks to delete data of ${name}`,
    }),
    askHerToo: (name: string) =>
      `Is ${name} 12 or older? Then talk about it together first. ${name} can read this question and your answer.`,
    parent: 'A parent',
    on: (day: string) => `Asked ${day}`,
    onIn: (day: string, relation: string) => `Asked ${day}, in ${relation}`,
    noWords: 'Without explanation.',
    answerIt: 'Answer',
    answerTo: (name: string) => `Answer to ${name}`,
    outcome: 'What did you do?',
    outcomes: { done: 'Done', partly: 'Done in part', refused: 'Not done' },
    outcomeMissing: 'Choose what you did',
    answer: 'Your answer',
    answerHint: 'The person reads this on her own page. Explain what you did, and what not and why.',
    answerMissing: 'Explain why not everything was done',
    deletes: 'Delete everything that this person answered here',
    deletesMeans:
      'What goes: the answers to how it was, the words with them, the occasions to talk that came from them, and the links of those questions. Also what of it was kept for research. The person gets a receipt.',
    deletesNot:
      'What stays: who takes part, contacts, notes and agreements. Should something of that go too? Take it away yourself on this page.',
    sure: 'I know that this cannot be undone',
    sureMissing: 'Tick this if you are sure',
    send: 'Send answer',
    sendAndDelete: 'Delete and send answer',
    sent: 'Your answer stands on the own page of this person.',
    deleted: (answers: number) =>
      `Deleted: ${answers} ${answers === 1 ? 'answer' : 'answers'}. Your answer stands on the own page.`,
    taken: 'A colleague just answered this question.',
  },
})
