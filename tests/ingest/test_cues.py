"""Sentences of stories that begin like furniture, and furniture that is written in full sentences."""

from __future__ import annotations

import pytest

from briefing.ingest.cleaning.cues import cue_of, voice_of

STORY = """
Register offices in the city were closed on Monday.
Comments that he made in May angered the unions.
The comments will haunt him.
By using artillery the army broke the line.
By continuing the talks both sides gain time.
By entering the building the men broke the law.
If you believe the polls, the party is finished.
We need a new harbour, the mayor wrote.
Please do not feed the bears, a sign at the gate reads.
Watch towers line the border for forty miles.
Read more books, the minister told pupils.
More from the north is on its way now.
Live rounds were fired into the air.
Photos taken by drones show that the craters are new.
Share prices fell by a tenth.
Follow the money and you find the brother.
Support for the party fell to nine per cent.
Support us or lose your vote, the union warned.
Donate blood, hospitals begged.
Help us, the sign on the roof said.
Your support matters, he told the crowd in Calder.
Published figures put the dead at 300.
Issued in 2019, the warrant was never served.
Editing by the censors removed the king.
Reporting by state media was thin.
Credit ratings were cut twice.
For just one day the guns were silent.
Tags were found on two of the birds.
Exclusive rights were sold to Teleon.
Terms of the deal were not disclosed.
Privacy laws forbid it.
Copyright law is on their side.
Contact with the ship was lost at noon.
Back to work, the boss told them.
In this issue the two sides are far apart.
The paper asked readers for donations, saying that “your support is the only thing between us and the end”.
“Sign up for our alerts, and tell your neighbours to sign up,” she said at the levee.
The US has accused the country of supplying shells.
The Red Cross needs blood. You can donate at the town hall until nine. Our drivers come to you.
Our paper money is worthless. We pay with eggs, and if you want sugar you pay with a coat.
The editor asked readers to support our paper with two crowns, she told us. You can cancel any time.
If you support the treaty, you must live with its price. We did not choose our neighbours.
Readers in the valley depend on one paper. It has lost a third of its subscribers.
The appeal asks every household to donate at least 50 crowns, and promises that nothing will be kept for costs.
“Please give what you can. Your support keeps our boat at sea,” the letter reads.
The charity is asking people to donate on its website or at the harbour office.
Readers of the parish magazine have been asked to chip in for the engine.
Liv Aas urged islanders: “Become a supporter today. We rely on you.”
Donations to the lifeboat service rose by a third after the storm.
The party asked its members to support the campaign with 10 crowns a month.
The report was amended after the minister complained, two officials said.
$40 million was spent last year on the harbour.
For just $5,000 the family bought the island in 1931.
We will never forget her words and she might have to pay dearly for it.
We believe that every member of this house has a duty to answer.
We ask all member states to keep their embassies open.
We do not have the votes, and you know it.
If you are a member of the public with information, call the police on 101.
Our independence was won with the support of farmers and fishermen.
This will help us to deliver clean water to the islands.
Support our troops was the slogan on every wall.
This article of the treaty was amended in 2009.
You have to register with the police within eight days.
You must be logged as present to be paid.
Your browser history can now be read by the police.
Sponsored by Norvania, the resolution passed by 80 votes to 12.
This report contains no names.
Views expressed at the meeting were divided.
Every dollar of it came from abroad, our records show.
Before you leave the island, you must hand in your card.
The report was written by four retired judges.
The website was created in 2011 and is owned by the city.
Any use of force will be met with sanctions.
No part of this deal has been agreed.
The company is responsible for the spill, a court found.
Nordgass follows strict safety standards.
Distribution of leaflets is prohibited near the polls.
The remarks do not reflect the views of the government, he said.
Research by Halden University found lead in the wells.
Information from the satellite helped rescuers find the boat.
The writer was arrested at dawn.
Eva Falk was the paper's correspondent in Varnia, where she covered the war until she was expelled.
An earlier version of the report named the colonel.
The headline of the brochure was changed twice.
Corrections officers found the tunnel on Monday.
Transcripts were provided by the court after the deadline.
You may not use the bridge after dark, a notice at the gate says.
Threads of smoke rose over the port.
Good morning was all that the king said to his guards.
Get rid of the tax, the farmers shouted.
Enjoying a lead of nine points, the party cancelled its debates.
Work like this breaks your back, said Odd Lindahl, a docker.
Stories like these end in court, the lawyer said.
Contact with the editor of the letter was lost.
The court is not responsible for the views of its officers, a judge ruled.
No republication of the list is planned without the consent of the families, the ministry said in May.
The summit hut can be reached on foot in two hours.
Get in touch with the harbour, the notice told sailors.
Are you affected, the minister asked the hall.
""".strip().splitlines()
PAGE = {
    "Comments (12)": "comments",
    "Join our commenting forum": "comments",
    "Be the first to comment": "comments",
    "Please refresh your browser to be logged in": "sign-in",
    "Thank you for registering": "sign-in",
    "Already a subscriber? Log in": "sign-in",
    "Sign up for our free newsletter": "subscribe",
    "Get the day's headlines delivered to your inbox.": "subscribe",
    "You can unsubscribe at any time.": "subscribe",
    "Your support makes all the difference.": "plea",
    "Please consider supporting our work with a small gift.": "plea",
    "The Post has no owner but you. We print what we find. Please consider a gift, or support us from $2.": "plea",
    "Reporting takes time. Our reporters need it. Your subscription keeps our newsroom open.": "plea",
    "The Skarholm Post is funded by its readers. Will you join them?": "plea",
    "Journalism like this costs money. Help us to keep it free for everyone.": "plea",
    "Reporting like this takes time and money. Subscribers make it possible.": "plea",
    "This article was amended on 4 May 2024. An earlier version said that 60 ships had waited.": "correction",
    "Correction (May 4): the harbor board has nine members, not eight.": "correction",
    "Do you want to advertise with us? Do you have a story to share? Contact us here.": "share",
    "For feedback, complaints, or inquiries, contact us.": "share",
    "Get the latest updates on cricket and more.": "subscribe",
    "Enjoying this story? Our weekly letter brings you one long read every Saturday, free.": "subscribe",
    "Good morning. Here is what you need to know before your coffee gets cold.": "subscribe",
    "You have 2 articles remaining this month.": "sign-in",
    "Thread: Rates up again": "comments",
    "Add new comment": "comments",
    "Enter the characters shown in the image.": "sign-in",
    "A link has been sent to your friend's email address.": "sign-in",
    "We have noticed that there is an issue with your billing details.": "sign-in",
    "Receive email updates on new comments!": "subscribe",
    "Please follow Harbour Life on Twitter and Facebook.": "share",
    "Are you snowed in? Please share your pictures with our newsroom.": "share",
    "See the Post's Pictures of the Week.": "more",
    "Next story Pilots refuse to board tankers": "more",
    "Image for representation. (Wire)": "credit",
    "Hey there, it's Ida, the author of this article.": "bio",
    "Reply With Quote": "comments",
    "[ Ten things to know about the fuel row ]": "more",
    "Show key events only": "more",
    "Northline ships carry what matters. Learn more.": "ad",
    "Ida Kall writes about money. Write to her at kall@post.example.": "bio",
    "(By Ida Kall; Editing by Jens Moor)": "credit",
    "Co-published with the Shore Tribune": "credit",
    "URL: https://post.example/2024/05/03/port": "url",
    "Do you have a story for us? Write to our newsroom.": "share",
    "Do you have a tip for our reporters? Call us.": "share",
    "Facebook Twitter WhatsApp Copy link": "share",
    "Share this article": "share",
    "Follow us on Telegram": "share",
    "READ ALSO: Governor presents budget": "more",
    "Most read": "more",
    "Advertisement": "ad",
    "Advertisement - Scroll to continue": "ad",
    "Story continues below advertisement": "more",
    "© 2024 The Valley Chronicle. All rights reserved.": "legal",
    "This story has not been edited by our staff and is published from a syndicated feed.": "legal",
    "Updated 2 hours ago": "stamp",
    "3 min read": "stamp",
    "(Reporting by Dana Whitlock; Editing by Sam Pike)": "credit",
    "(With inputs from agencies)": "credit",
    "Getty Images": "credit",
    "https://post.example/2024/05/03/port": "url",
    "Video Player is loading.": "player",
    "Home > World > Asia": "nav",
    "We are not responsible for the content of external sites.": "legal",
    "The agency is not responsible for the views of third parties.": "legal",
    "No reproduction or republication without written permission.": "legal",
    "Translation of an original article published in French; the publisher is liable for that version only.": "legal",
    "Have you got an opinion? Comment is free to all registered users.": "comments",
    "Are you affected by the issues raised in this story? Write to us.": "comments",
    "The page you requested does not exist or is no longer available.": "player",
    "Please note: your browser settings may keep you from seeing parts of this page.": "player",
    "Thank you for sharing your thoughts. We read them all.": "sign-in",
    "This story is available exclusively to our subscribers.": "sign-in",
    "Ida Kall can be reached at kall@post.example or 555-0142.": "bio",
    "Max Delray is a reporter covering city hall. He previously covered education in Baxter.": "bio",
}


@pytest.mark.parametrize("sentence", STORY)
def test_a_sentence_of_the_story_holds_no_cue(sentence: str) -> None:
    assert cue_of(sentence) is None


@pytest.mark.parametrize(("line", "family"), PAGE.items())
def test_a_line_of_furniture_belongs_to_its_family(line: str, family: str) -> None:
    assert cue_of(line) == family


def test_the_country_is_not_the_publishers_voice() -> None:
    assert voice_of("The US and our allies will meet.") == 1


def test_words_in_quotation_marks_are_not_the_publishers_voice() -> None:
    assert voice_of("“We need you,” he said, ‘our only hope’.") == 0
