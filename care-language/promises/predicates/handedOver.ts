/** What runs by itself and yet is sent, brought and fitted. */
export const handedOver =
  /^(?:cards?|visas?|codes?|links?|passwords?|membership|subscription|licen[cs]es|keys?|phones?|licence|license|lock|router|printer|device|pump|meter|lock|camera|battery|timer|sensor|thermostat|light|lamp|display|screen|boiler|machine|valve|motor)$/
