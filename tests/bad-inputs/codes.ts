/** What stands in front of what was put into a button. */
export const codes = [
  "",
  "1:ask:en:ask:",
  "1:ask:de!:openness:",
  "1:ask:en:",
  "1:share:de:openness:",
  "1:vote:en:up:",
  "1:vote:de:down:",
  "1:vote:en:",
  "1:delete:en:",
  "1:settings:en:",
  "1:",
] as const;
