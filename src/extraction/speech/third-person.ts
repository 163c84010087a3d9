/** Endings of the third person in the languages that drop the subject; no adverbs in -mente, -o. */
export const thirdPerson: Readonly<Record<string, RegExp>> = { it: /(?:(?<!ment)[ae]|ò|ì)$/u, pl: /(?:[aeiyąę]je|[^n]ie|[aiyę]ł|[aiyę]ła|[uią]ca|wa|dza|rza|cza)$/u, uk: /(?:є|ить|ав|ив|ала|ила|ався|ився|алася|илася)$/u }
