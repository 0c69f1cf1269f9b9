import type { Language } from "../chat.ts";

/** The pages on which a workspace installs the bot, in English; their shape is that of every language. */
const en = {
  title: (platform: string) => `Openness for ${platform}`,
  about: "How open an AI model really is, part by part, with sources and dates.",
  next: (platform: string) => `${platform} asks for which workspace, and shows what the bot may do there.`,
  add: (platform: string) => `Add to ${platform}`,
  limit:
    "Go on in this browser within ten minutes. In some workspaces an administrator has to agree: try again afterwards.",
  open: (platform: string) => `Open ${platform}`,
  again: "Start again",
  installed: {
    title: "Openness is in your workspace",
    text: (command: string) =>
      `Type ${command} grok in any channel, or ${command} help. To mention the bot in a channel, invite it first: /invite @openness`,
  },
  /** How else it may end. */
  failures: {
    denied: {
      title: "Nothing was added",
      text: "The request was cancelled, and nothing was stored. You can start again at any time.",
    },
    stale: {
      title: "This link is no longer good",
      text: "It works once, for ten minutes, and only in the browser that began, with cookies allowed. If Openness is in your workspace already, all is well; otherwise start again.",
    },
    incomplete: {
      title: "Not everything was allowed",
      text: "Openness cannot answer without all the permissions that were asked for, so nothing was stored. Start again and leave them as they are.",
    },
    organisation: {
      title: "One workspace at a time",
      text: "Openness cannot be added to a whole organisation, so nothing was stored. Start again and choose a single workspace.",
    },
    failed: {
      title: "This did not work",
      text: "The exchange of keys failed, and nothing was stored. Start again in a minute; if it fails again, tell whoever runs this bot.",
    },
  },
};

export type InstallPhrases = typeof en;

const de: InstallPhrases = {
  title: (platform) => `Openness für ${platform}`,
  about: "Wie offen ein KI-Modell wirklich ist, Teil für Teil, mit Quellen und Daten.",
  next: (platform) => `${platform} fragt nach dem Workspace und zeigt, was der Bot dort darf.`,
  add: (platform) => `Zu ${platform} hinzufügen`,
  limit:
    "Bitte in diesem Browser und innerhalb von zehn Minuten fortfahren. In manchen Workspaces muss erst jemand von der Verwaltung zustimmen: danach noch einmal versuchen.",
  open: (platform) => `${platform} öffnen`,
  again: "Von vorn beginnen",
  installed: {
    title: "Openness ist in Ihrem Workspace",
    text: (command) =>
      `Geben Sie in einem Kanal ${command} grok ein, oder ${command} help. Um den Bot in einem Kanal zu erwähnen, laden Sie ihn erst ein: /invite @openness`,
  },
  failures: {
    denied: {
      title: "Es wurde nichts hinzugefügt",
      text: "Die Anfrage wurde abgebrochen, und es wurde nichts gespeichert. Sie können jederzeit von vorn beginnen.",
    },
    stale: {
      title: "Dieser Link gilt nicht mehr",
      text: "Er gilt einmal, zehn Minuten lang und nur in dem Browser, in dem begonnen wurde, mit erlaubten Cookies. Ist Openness schon in Ihrem Workspace, ist alles gut; sonst beginnen Sie von vorn.",
    },
    incomplete: {
      title: "Es wurde nicht alles erlaubt",
      text: "Ohne alle erbetenen Berechtigungen kann Openness nicht antworten, deshalb wurde nichts gespeichert. Beginnen Sie von vorn und lassen Sie sie, wie sie sind.",
    },
    organisation: {
      title: "Immer nur ein Workspace",
      text: "Openness lässt sich nicht für eine ganze Organisation hinzufügen, deshalb wurde nichts gespeichert. Beginnen Sie von vorn und wählen Sie einen einzelnen Workspace.",
    },
    failed: {
      title: "Das hat nicht geklappt",
      text: "Der Austausch der Schlüssel ist misslungen, und es wurde nichts gespeichert. Beginnen Sie in einer Minute von vorn; misslingt es wieder, sagen Sie es denen, die diesen Bot betreiben.",
    },
  },
};

/** Every word of those pages. */
export const installPhrases: Readonly<Record<Language, InstallPhrases>> = { en, de };
