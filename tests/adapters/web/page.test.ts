import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { languages } from "../../../src/chat.ts";
import { browserPath, noBrowser, openBrowser } from "../../../src/browser.ts";
import { golden, hostile } from "./golden.ts";
import { type LocalPage, startPage } from "./local-page.ts";

describe.skipIf(browserPath === undefined)(
  `the page in Chromium (skipped where there is ${noBrowser})`,
  () => {
    let local: LocalPage;
    let browser: Browser;
    let page: Page;
    let faults: string[] = [];

    beforeAll(async () => {
      [local, browser] = await Promise.all([startPage(), openBrowser()]);
      page = await browser.newPage();
      page.on("pageerror", (error) => faults.push(error.message));
      // What the policy refuses is reported here as well.
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      page.on("dialog", (dialog) => {
        faults.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
    });
    afterAll(async () => {
      await browser.close();
      await local.stop();
    });
    beforeEach(async () => {
      faults = [];
      await page.setViewportSize({ width: 1280, height: 900 });
    });
    afterEach(() => {
      if (faults.length > 0) throw new Error(faults.join("\n"));
    });

    const open = (query = "") => page.goto(`${local.base}/${query}`);
    const addressOf = (line: string, lang: string) => `?${new URLSearchParams({ q: line, lang }).toString()}`;
    const input = () => page.getByRole("combobox", { name: "A command or a message" });
    const discord = () => page.locator(".discord .log");
    const slack = () => page.locator(".slack .log");
    async function ask(line: string): Promise<void> {
      await input().fill(line);
      const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/");
      await input().press("Enter");
      await answered;
      await page.locator("#stage:not([aria-busy])").waitFor();
    }
    const inPage = <T>(expression: string) => page.evaluate<T>(expression);
    async function violations(): Promise<readonly string[]> {
      await page.evaluate(axe.source);
      const found = await inPage<AxeResults>("axe.run()");
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    }

    test("answers a line as both clients show it, and its address shows the same to others", async () => {
      await open();
      await ask("/openness grok");
      for (const client of [discord(), slack()]) {
        await client.getByRole("heading", { name: "Grok (xAI): it depends on the version" }).waitFor();
        expect(await client.getByText("Only you can see this").count()).toBe(1);
      }
      const address = page.url();
      expect(address).toContain("q=%2Fopenness+grok");
      const other = await browser.newPage();
      await other.goto(address);
      expect(await other.locator(".discord .message h3").textContent()).toContain("Grok");
      expect(await other.locator("#q").inputValue()).toBe("/openness grok");
      await other.close();
    });

    test("completes like Discord's client: names of commands, then what they take", async () => {
      await open();
      await input().pressSequentially("/ope");
      await page.getByRole("option", { name: /^\/openness/ }).waitFor();
      await input().press("Tab");
      expect(await input().inputValue()).toBe("/openness ");
      await input().pressSequentially("olmo");
      await page.getByRole("option", { name: "OLMo 2", exact: true }).waitFor();
      await input().press("ArrowDown");
      await input().press("ArrowDown");
      await input().press("Enter");
      expect(await input().inputValue()).toMatch(/^\/openness olmo/);
      expect(await page.getByRole("listbox").isHidden()).toBe(true);
      await input().fill("/define open-w");
      await page.getByRole("option").first().click();
      expect(await input().inputValue()).toBe("/define open-weights");
      await input().pressSequentially(" ");
      await input().press("Escape");
      expect(await page.getByRole("listbox").isHidden()).toBe(true);
    });

    test("goes on where a suggestion, a button or a menu leads", async () => {
      await open(addressOf("/openness gemma-2-27b-it", "en"));
      await slack().getByRole("button", { name: "Gemma 4" }).first().click();
      await slack()
        .getByRole("heading", { name: /^Gemma 4: / })
        .waitFor();
      await open("?q=%2Fopenness+grok&lang=en");
      await discord().getByRole("combobox").selectOption({ label: "Grok-1" });
      await discord()
        .getByRole("heading", { name: /^Grok-1: Open weights/ })
        .waitFor();
      await slack().getByRole("button", { name: "Auf Deutsch" }).click();
      await slack().getByRole("heading", { name: "Grok (xAI): Es kommt auf die Version an" }).waitFor();
      await discord().getByRole("button", { name: "Helpful", exact: true }).first().click();
      await discord().getByRole("heading", { name: "Thank you." }).waitFor();
      await slack().getByRole("button", { name: "Not helpful" }).first().click();
      await slack().getByRole("heading", { name: "Thank you." }).waitFor();
      expect(await page.locator(".message").count()).toBe(6);
    });

    test("shares what one person sees with everyone, and deletes it again", async () => {
      await open("?q=%2Fdefine+model-weights&lang=en");
      for (const [client, remove] of [
        [discord(), "Delete"],
        [slack(), "Delete"],
      ] as const) {
        await client.getByRole("button", { name: "Share to channel" }).click();
        await client.locator('[data-private="false"]').getByText("Shared by").waitFor();
        await client.getByRole("button", { name: remove }).click();
        await client.locator('[data-private="false"]').waitFor({ state: "detached" });
        expect(await client.locator(".message").count()).toBe(1);
      }
    });

    test("a question is answered where it is asked: mentioned, overheard, or alone with the bot", async () => {
      await open();
      await ask("what are model weights?");
      expect(await discord().locator(".said").textContent()).toContain("@Openness what are model weights?");
      await page.getByLabel("are overheard").check();
      await discord().getByText("Answered because questions are switched on in this channel.").waitFor();
      await page.getByRole("link", { name: "lunch at noon? (overheard)" }).click();
      await discord().getByText("the bot stays silent here").waitFor();
      await slack().getByText("the bot stays silent here").waitFor();
      await page.getByLabel("Direct message").check();
      await discord().getByRole("heading", { name: "I have no sourced answer to that yet." }).waitFor();
      await page.goBack();
      await discord().getByText("the bot stays silent here").waitFor();
    });

    test("shows what is sent, and how much of the limits it takes up", async () => {
      await open("?q=%2Fcompare+grok-1%2C+olmo+2&lang=en");
      const tabs = page.locator(".slack").getByRole("tab");
      await tabs.first().focus();
      await page.keyboard.press("ArrowRight");
      expect(await tabs.nth(1).getAttribute("aria-selected")).toBe("true");
      const payload = page.locator(".slack .payload");
      expect(JSON.parse((await payload.locator("pre").textContent()) ?? "")).toMatchObject({
        response_type: "ephemeral",
      });
      expect(await payload.locator("dl").textContent()).toMatch(/blocks\s+\d+ of 50/);
      await page.locator(".discord").getByRole("tab", { name: "JSON" }).click();
      expect(await page.locator(".discord .payload dl").textContent()).toMatch(
        /components\s+\d+ of 40\s+characters\s+[\d,]+ of 4,000/,
      );
      expect(await discord().isHidden()).toBe(true);
    });

    test("speaks both languages, in both brightnesses", async () => {
      await open("?q=%2Fopenness+grok&lang=en&theme=dark");
      const background = () => inPage<string>("getComputedStyle(document.body).backgroundColor");
      const dark = await background();
      await page.getByRole("link", { name: "Light" }).click();
      await expect.poll(background).not.toBe(dark);
      await page.getByRole("link", { name: "Deutsch" }).click();
      await discord().getByRole("heading", { name: "Grok (xAI): Es kommt auf die Version an" }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe("de");
      expect(page.url()).toContain("theme=light");
    });

    test.each(languages)(
      "everything there is to try is drawn whole, in %s",
      async (language) => {
        for (const line of golden) {
          await open(addressOf(line, language));
          expect(await page.locator("[data-unknown]").allTextContents(), line).toEqual([]);
          expect(await page.locator(".message").count(), line).toBeGreaterThanOrEqual(2);
        }
      },
      60_000,
    );

    test.each(hostile)("shows as words, and does nothing else: %j", async (line) => {
      await open(addressOf(line, "en"));
      const title = await page.title();
      expect(title).toContain("Openness");
      // What cannot be seen may be shown otherwise.
      const seen = (text: string) => text.replaceAll(/[^!-~]+/g, "");
      const words = (await discord().locator(".said .words").textContent()) ?? "";
      expect(seen(words)).toContain(seen(line.replace(/^\/\w+ /, "")));
      expect(await page.locator("[data-unknown]").allTextContents()).toEqual([]);
      const foreign = await inPage<readonly string[]>(
        `[...document.querySelectorAll("script, iframe, style, svg, img, a, [onload], [onerror]")]
        .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? element.outerHTML)
        .filter((text) => /evil|javascript:|alert|hacked/.test(text) && !text.startsWith("/"))`,
      );
      expect(foreign).toEqual([]);
      await ask(line);
      expect(await page.title()).toBe(title);
    });

    test.each([
      "?lang=en&theme=dark",
      "?q=%2Fopenness+grok&lang=de&theme=light",
      "?q=%2Fcompare+grok-1%2C+olmo+2&lang=en&theme=dark",
      "?q=%2Fdefine+model-weights&lang=de&theme=dark",
      "?q=lunch&manner=overheard&theme=light",
    ])("axe finds nothing at %s", async (query) => {
      await open(query);
      expect(await violations()).toEqual([]);
    });

    test("axe finds nothing while names are offered and payloads are shown", async () => {
      await open("?q=%2Fcompare+grok-1%2C+olmo+2&lang=en&theme=dark");
      await page.locator(".slack").getByRole("tab", { name: "JSON" }).click();
      await input().fill("/openness ");
      await input().pressSequentially("g");
      await page.getByRole("option").first().waitFor();
      expect(await violations()).toEqual([]);
    });

    test("everything can be browsed, narrowed, and leads to its card", async () => {
      await page.goto(`${local.base}/browse?lang=en`);
      const rows = page.locator("#models tbody tr");
      expect(await rows.count()).toBe(63);
      await page.getByLabel("Vendor").selectOption({ label: "xAI" });
      await page.getByRole("button", { name: "Show" }).click();
      await expect.poll(() => rows.count()).toBe(5);
      await rows.getByRole("link", { name: "Grok-1", exact: true }).click();
      await discord()
        .getByRole("heading", { name: /^Grok-1: Open weights/ })
        .waitFor();
      await page.getByRole("link", { name: "Browse everything" }).click();
      await page.locator("svg.timeline[role=img]").waitFor();
    });

    test("what the models are narrowed to outlasts another language and another brightness", async () => {
      await page.goto(`${local.base}/browse?lang=en&vendor=xAI&licence=Apache-2.0`);
      const shown = () => page.locator("#models tbody th").allTextContents();
      const narrowed = await shown();
      expect(narrowed).toHaveLength(1);
      await page.getByRole("link", { name: "Deutsch" }).click();
      await page.getByRole("heading", { name: "Modelle, Teil für Teil" }).waitFor();
      expect(await shown()).toEqual(narrowed);
      await page.getByRole("link", { name: "Hell" }).click();
      await page.locator('[data-theme="light"]').waitFor();
      expect(await shown()).toEqual(narrowed);
      expect(await page.getByLabel("Anbieter").inputValue()).toBe("xAI");
    });

    test.each(["?lang=en&theme=dark", "?lang=de&theme=light&vendor=xai"])(
      "axe finds nothing in the reading room at %s",
      async (query) => {
        await page.goto(`${local.base}/browse${query}`);
        expect(await violations()).toEqual([]);
      },
    );

    test.each([360, 390, 768, 1280, 1600])("nothing stands out at the side at %i pixels", async (width) => {
      await page.setViewportSize({ width, height: 800 });
      for (const query of [
        "?q=%2Fopenness+grok&lang=de",
        "?q=%2Fcompare+grok-1+llama-4+olmo-3&lang=de",
        "browse?lang=de",
      ]) {
        await open(query);
        expect(await inPage("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      }
    });

    test("says so when the bot is gone", async () => {
      await open();
      await page.route("**/?q=*", (route) => route.abort());
      await input().fill("/help");
      await input().press("Enter");
      await page.getByRole("alert").waitFor();
      expect(await input().inputValue()).toBe("/help");
      await page.unroute("**/?q=*");
      // The browser itself reports the request that failed.
      faults = [];
    });
  },
);
