import { dictionary } from '../language/dictionary.ts'

export const checkExportText = dictionary({
  nl: {
    introAll: 'Alle antwoorden uit de samenwerkingen waarin je meedoet, in één bestand.',
    introOne: 'Alle antwoorden uit deze samenwerking, in één bestand.',
    backToList: 'Samenwerkingen',
    backToRelation: 'Samenwerking',
    careful: 'Dit bestand gaat de deur uit',
    carefulText: [
      'Er staat in wat mensen vertelden, met de naam die hier voor hen is gekozen.',
      'Bewaar het veilig, en niet langer dan nodig.',
      'Ieder kan zien dat het bestand is gemaakt, wanneer en waarvoor.',
    ],
    purpose: 'Waar is het voor?',
    format: 'Wat voor bestand?',
    formats: {
      'csv-dutch': 'Rekenblad (CSV met puntkomma’s)',
      xlsx: 'Excel',
      sav: 'SPSS',
      'csv-tidy': 'Eén regel per vraag (CSV, voor programma’s)',
      json: 'JSON',
      fhir: 'FHIR (voor een dossier of ander programma)',
    },
    make: 'Maak het bestand',
  },
  en: {
    introAll: 'All answers of the collaborations in which you take part, in one file.',
    introOne: 'All answers of this collaboration, in one file.',
    backToList: 'Collaborations',
    backToRelation: 'Collaboration',
    careful: 'This file leaves the house',
    carefulText: [
      'It holds what people told, with the name that was chosen for them here.',
      'Keep it safe, and no longer than needed.',
      'Everybody can see that the file was made, when and for what.',
    ],
    purpose: 'What is it for?',
    format: 'What kind of file?',
    formats: {
      'csv-dutch': 'Spreadsheet (CSV as Dutch programs read it)',
      xlsx: 'Excel',
      sav: 'SPSS',
      'csv-tidy': 'One line per question (CSV, for programs)',
      json: 'JSON',
      fhir: 'FHIR (for a care file or another program)',
    },
    make: 'Make the file',
  },
})
