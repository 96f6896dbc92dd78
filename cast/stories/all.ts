import type { Tale } from '../telling.ts'
import { blueBag } from './bakery/blueBag.ts'
import { brideWrites } from './bakery/brideWrites.ts'
import { croissants } from './bakery/croissants.ts'
import { deliveryStreet } from './bakery/deliveryStreet.ts'
import { glutenFree } from './bakery/glutenFree.ts'
import { namingDay } from './bakery/namingDay.ts'
import { noSugar } from './bakery/noSugar.ts'
import { nuts } from './bakery/nuts.ts'
import { oliveStone } from './bakery/oliveStone.ts'
import { schoolFair } from './bakery/schoolFair.ts'
import { shelterBread } from './bakery/shelterBread.ts'
import { sourdough } from './bakery/sourdough.ts'
import { tasting } from './bakery/tasting.ts'
import { thursdayRye } from './bakery/thursdayRye.ts'
import { weddingCake } from './bakery/weddingCake.ts'
import { windowTable } from './bakery/windowTable.ts'
import { danielsContract } from './hello/danielsContract.ts'
import { giftCard } from './hello/giftCard.ts'
import { lostTooth } from './hello/lostTooth.ts'
import { oldOven } from './hello/oldOven.ts'
import { openingHours } from './hello/openingHours.ts'
import { oven } from './hello/oven.ts'
import { photograph } from './hello/photograph.ts'
import { readingCorner } from './hello/readingCorner.ts'
import { saturdays } from './hello/saturdays.ts'
import { step } from './hello/step.ts'
import { streetWorks } from './hello/streetWorks.ts'
import { whatYouKnow } from './hello/whatYouKnow.ts'
import { bathroom } from './repairs/bathroom.ts'
import { boilerAgain } from './repairs/boilerAgain.ts'
import { boilerFirst } from './repairs/boilerFirst.ts'
import { ceiling } from './repairs/ceiling.ts'
import { chargedTwice } from './repairs/chargedTwice.ts'
import { chimney } from './repairs/chimney.ts'
import { circulationPump } from './repairs/circulationPump.ts'
import { clinicHum } from './repairs/clinicHum.ts'
import { clinicInspection } from './repairs/clinicInspection.ts'
import { flashingBell } from './repairs/flashingBell.ts'
import { floorHeating } from './repairs/floorHeating.ts'
import { forwardedLetter } from './repairs/forwardedLetter.ts'
import { gardenTap } from './repairs/gardenTap.ts'
import { gasSmell } from './repairs/gasSmell.ts'
import { hallRadiator } from './repairs/hallRadiator.ts'
import { hotelKitchen } from './repairs/hotelKitchen.ts'
import { insuranceLetter } from './repairs/insuranceLetter.ts'
import { keySafe } from './repairs/keySafe.ts'
import { leaving } from './repairs/leaving.ts'
import { maintenancePlan } from './repairs/maintenancePlan.ts'
import { meterReading } from './repairs/meterReading.ts'
import { pilotLight } from './repairs/pilotLight.ts'
import { scaffold } from './repairs/scaffold.ts'
import { thankYouSunday } from './repairs/thankYouSunday.ts'
import { thermostat } from './repairs/thermostat.ts'
import { twoHours } from './repairs/twoHours.ts'
import { waterFilter } from './repairs/waterFilter.ts'
import { waterHeater } from './repairs/waterHeater.ts'
import { wrongDoor } from './repairs/wrongDoor.ts'
import { yardDrain } from './repairs/yardDrain.ts'

/** Every story of the cast, one per matter. */
export const tales: readonly Tale[] = [
  bathroom,
  boilerAgain,
  boilerFirst,
  ceiling,
  chargedTwice,
  chimney,
  circulationPump,
  clinicHum,
  clinicInspection,
  flashingBell,
  floorHeating,
  forwardedLetter,
  gardenTap,
  gasSmell,
  hallRadiator,
  hotelKitchen,
  insuranceLetter,
  keySafe,
  leaving,
  maintenancePlan,
  meterReading,
  pilotLight,
  scaffold,
  thankYouSunday,
  thermostat,
  twoHours,
  waterFilter,
  waterHeater,
  wrongDoor,
  yardDrain,
  blueBag,
  brideWrites,
  croissants,
  deliveryStreet,
  glutenFree,
  namingDay,
  noSugar,
  nuts,
  oliveStone,
  schoolFair,
  shelterBread,
  sourdough,
  tasting,
  thursdayRye,
  weddingCake,
  windowTable,
  danielsContract,
  giftCard,
  lostTooth,
  oldOven,
  openingHours,
  oven,
  photograph,
  readingCorner,
  saturdays,
  step,
  streetWorks,
  whatYouKnow,
]
