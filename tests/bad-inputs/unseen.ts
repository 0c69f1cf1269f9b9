/** What nobody can see, and what terminals and screens would obey. */
export const unseen =
  /[\p{Bidi_Control}\p{Cs}\u00ad\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|[^\P{Cc}\n]/u;
