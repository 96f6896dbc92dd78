const requests =
  /\b(?:bitte (?!beachten|entschuldigen)\p{L}+|(?:können|könnten|würden|wollen) Sie|kannst du|könntest du|(?:möchte|hätte|bräuchte|brauche|benötige) (?:ich|wir)|ich (?:möchte|hätte gern|will|brauche|bräuchte|benötige|bitte (?:Sie|um)|wüsste gern)|wir (?:möchten|hätten gern|brauchen|bitten)|wäre es möglich|ist es möglich|es wäre (?:schön|nett|toll|gut),? wenn)\b/iu

/** A question or request in German: by its mark, or by the closed forms of asking. */
export const isGermanAsk = (text: string): boolean =>
  /\?["'”’)]*\s*$/.test(text) ? text.split(/\s+/).length > 1 : requests.test(text)
