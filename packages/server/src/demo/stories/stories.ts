import type { Story } from '../story.ts'
import { dialoogRondSem } from './dialoog-rond-sem.ts'
import { faridEnBram } from './farid-en-bram.ts'
import { grace } from './grace.ts'
import { haddadEnIlyas } from './haddad-en-ilyas.ts'
import { huisartsEnSchool } from './huisarts-en-school.ts'
import { jokeEnFemke } from './joke-en-femke.ts'
import { jorikEnMila } from './jorik-en-mila.ts'
import { koenEnMaaike } from './koen-en-maaike.ts'
import { leernetwerk } from './leernetwerk.ts'
import { linaEnSamira } from './lina-en-samira.ts'
import { meneerDeWit } from './meneer-de-wit.ts'
import { mevrouwVanDam } from './mevrouw-van-dam.ts'
import { noorEnBram } from './noor-en-bram.ts'
import { pleeggezinRondDaan } from './pleeggezin-rond-daan.ts'
import { ruben } from './ruben.ts'
import { wiesEnThijs } from './wies-en-thijs.ts'
import { wijkteamEnDeLinde } from './wijkteam-en-de-linde.ts'
import { yaraEnSem } from './yara-en-sem.ts'

/** Everything that happens in De Linde. All of it is invented. */
export const stories: readonly Story[] = [
  linaEnSamira,
  meneerDeWit,
  yaraEnSem,
  noorEnBram,
  dialoogRondSem,
  wijkteamEnDeLinde,
  leernetwerk,
  jorikEnMila,
  pleeggezinRondDaan,
  mevrouwVanDam,
  grace,
  ruben,
  jokeEnFemke,
  faridEnBram,
  wiesEnThijs,
  haddadEnIlyas,
  koenEnMaaike,
  huisartsEnSchool,
]
