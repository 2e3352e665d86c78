const FURNITURE = [
  /\b(?:all rights reserved|copyright|©|click here|sign up|subscribe|newsletters?|permission to (?:use|reprint)|terms of (?:use|service)|privacy policy)\b/i,
  /\b(?:contributed to this (?:report|story|article)|may not be published, broadcast|image toggle caption|enlarge this image|follow (?:us|him|her|me) on)\b/i,
  /^(?:advertisement|read more|related(?: articles?)?|share this|photos?|watch|video)\b.{0,80}$/i,
  /^(?:this (?:story|post|article) has been updated|editor's note)/i,
]

/** Whether a passage is page furniture: what the page says of itself, not what the report says. */
export function isFurniture(passage: string): boolean {
  return passage.length < 600 && FURNITURE.some(pattern => pattern.test(passage))
}
