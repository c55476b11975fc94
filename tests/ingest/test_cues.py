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
Are you in the grips of a debt you cannot name?
Are you affected by the dam, the hydrologist asks everybody she meets.
Have you ever tried to buy a loaf at four in the morning?
Do you want to know what a story is worth in Calder?
Would you sell your house to a man you had never met?
Want a passport? In Varnia it will cost you a winter's wages.
Welcome to Norvania's newest town, where your neighbour is a goat.
Good morning is what our grandmothers said; the young say nothing at all.
Like our fathers we go to sea in May.
Add water and your cement will do the rest, the builder's handbook says.
If you liked the last tax you will love the next one.
If you found a wallet in this town you gave it back.
Read the ruling twice and you still will not know who won.
Listen to the story of the ferry as the islanders tell it and you hear two ferries.
Watch the river for a week and you will see why nobody fishes.
See the river from the old bridge and you understand the quarrel.
Follow the coast north and the roads end.
Follow our road to its end and you reach the salt pans.
Share your bread, an old rule of the valley says.
Share of the vote fell in all 40 districts.
Send us back to the coast and we will swim, the migrants said.
Send your child to school and you lose a pair of hands.
Save for the chapel nothing stands.
Print runs have fallen by half since 2015.
Get the water out first, then count your dead: that is the rule here.
Get your grain to the port by June or it will not be sold this year.
Join our union or find other work, the dockers were told.
Join the queue at six and you may be served by noon.
Start with your own house, the mayor told the council.
Try a loaf from the north and you taste the difference.
Stay informed, the governor told the public in his only broadcast.
Keep up with the price of bread and you learn to bake.
Our paper mill closed in May; our harbour in June.
Our readers of the water meters come twice a year.
Our work was done when the bridge fell, the engineer said.
Our mission was to bring water to 400 villages with donors' money.
We ask you for nothing, the rebels' leaflet says.
We need you, reads a poster of the army in every bus.
We rely on readers of meters for our figures, the utility admits.
Your donations paid for the boat, a plaque on its hull says.
Every gift was returned to its sender.
Every contribution to the fund is listed in the annex.
Every penny of the fine went to the treasury.
For just $3 a day men carry bricks up nine flights.
As little as $3 a day is paid for that work.
Stories like this are told in every village on the lake.
Reporting by radio amateurs kept the islands in touch during the storm.
Research by the university on the wells ended in 2019.
Interviews by the commission with 90 officers took a year.
Photos from the satellite show that the hangar is empty.
Video from the scene shows two men on the roof.
Video posted on Telegram shows the column leaving the town.
Images posted online showed flames above the depot.
Image rights were sold to a broadcaster for 40 million crowns.
Pictures of the dead man hang in every shop.
Source: the fish comes from the lake, and the lake is dead.
Sources: two men who know the minister well and one who does not.
Credit: the bank gave none to farmers after May.
Written by a monk in 1410, the chronicle is the oldest in the country.
Reported by 30 villages, the noise has no known source.
Contact with the author of the letter was lost in 2011.
Contact him and he disappears for a week.
Reach the top and you see three countries.
The author was an officer in the old army.
The writer is an exile who has not seen Calder since 1998.
The author can be reached only through his lawyer, the court heard.
He can be reached only by boat.
They can be followed for miles by the tracks.
More by luck than skill the pilot put the plane down on the beach.
Follow Ida Kall on a night in May and you see the whole town.
This video is from 2014 and shows another town, the ministry said.
This image is from the satellite Orla 2 and was taken on Monday.
This map is hosted by the ministry and names every mine.
This content of salt is the highest ever measured.
The page you are looking for was torn out of the register, the clerk told them.
To view the wreck you must use a boat.
Sorry, we are closed, a sign says in two languages.
Your device is a weapon, the officers told recruits.
Skip to the end of the treaty and you find the money.
Jump to the boats, the captain shouted.
Home to 4,000 people, the island has no doctor.
Home > away is how the league's table reads for most clubs.
Views in the village are divided.
The views here are free, the guide says, but the tea is not.
Views are what people come for.
Opinions expressed at the hearing were recorded.
Information is delayed by the censors for two days.
Quotes displayed at the exchange fell by a third.
Market data showed a fall of 4%.
By accepting the deal both parties avoid an election.
By clicking on a map the farmers can see where the water goes.
By registering the land, the family won.
You agree or you leave, he told his crews.
You consent by staying, the rule says.
Manage your fields well and you eat.
Produced by hand, the cheese takes a year.
Distributed by lorry, the water lasts two days.
Published under a false name in 1931, the novel was burned.
Company registration takes nine months.
Registered in Panama, the ship has changed its name twice.
Republished under his own name, the poem won a prize.
Any use of the site as a dump will be punished, the mayor said.
To comply would mean closing the mine.
If you are using the bridge, keep left, the police ask.
If you want to contact the dead man's brother, try the inn.
If you would like to receive a bag of flour, come before nine, the card says.
If you need help you ring the bell and wait.
Previously, the mine had 300 workers.
Next, the council will vote.
Related crimes rose by a tenth.
More than 40 readers of the book were arrested.
More on the plan will be known on Monday.
More about the crash is known from the ship's log.
Explained in a letter from the bank, the fee is 12 crowns.
Background: the two states have been at odds since 1991.
Background to the talks is a quarrel over fish.
Timeline: the minister knew in March and told no one until July.
Live: that is all they want.
Recommended for the post by two presidents, she withdrew.
See the annex for the names, the report says.
Continue on that path and you reach the border.
Swipe a card and the gate opens, or so the ministry promised.
Navigate by the stars and you miss the rocks.
Come back in May, the clerk said.
Check back in a year and the house will be gone, a neighbour says.
Updates with every tide, the board at the quay shows the depth.
Filed under a false name, the claim was paid in full.
Advertise a flat in Calder and you get 400 calls.
Sponsored by the bank, the race drew 9,000 runners.
Presented by the king, the medal is worth nothing.
Paid by the hour, the guards let the meetings drag on.
In partnership with Norvania, Orland will build a line to the coast.
In association with the port, the city runs two schools.
Ads by both parties fill the evening.
Some content of the chests was lost.
We may get a quarter of the revenue, the island's mayor says.
A message from the captain reached them at dawn.
This story is about a bridge.
This story has been told in the valley for 200 years.
This article of faith is shared by both parties.
This piece of the puzzle was supplied by a clerk.
This post is paid for by the crown and has been empty since May.
This is a developing country with a rich country's debts.
Comments are not welcome, the colonel said.
The comments section of the law runs to 400 pages.
Letters to the editor of the Arle Post fill two pages a day.
Have your papers ready, the guards tell you at every gate.
Have a story ready when they ask, the smugglers advised.
Let us know the truth, the widows' banner read.
Tell us your price, the lawyer told them.
Give us back our sea, children chanted at the parade.
Please give what you can, the card in each shop window asks.
Please enter by the side door, a note said.
Enter the hall and you face a wall of photographs.
Thank you for your patience, the loudspeaker told passengers for nine hours.
Thanks to your vote, the poster says, the road was built.
Already a member of the alliance, Orland wants its bases.
Not a member of any party, she has run the town since 2009.
Register today, the adverts told voters in three languages.
Your account has been closed, the letters from the bank said.
You have been logged as a deserter, the letter said.
The newsletter has 300 readers, all of them on the island.
The party's weekly newsletter calls him a saint.
A weekly newsletter printed in a garage broke the story.
This weekly newsletter is all the news that the valley has.
Newsletter writers were among the 19 people arrested.
Subscriptions to the ferry rose to 90 crowns a month.
Subscribers to the scheme will get their money back.
The subscription costs $4 a month, and half of it goes to the band.
$9 a month is what the state pays a widow.
Cancel any time you like, the salesman told her.
Delivered by mule, the mail takes three days.
The best of the harvest is delivered to the palace.
Make the minister your friend and your permit comes in a day.
Don't miss the last ferry, islanders tell visitors.
Never miss a tide, the pilots say.
Catch all you can before May, the fishermen are told.
Upgrade to a larger boat and you pay twice the fee.
Explore the cellar and you find the bullet holes.
Access to all beaches was closed.
Exclusive stories about the king are sold by his valet.
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
    "Get in touch with our news team by emailing us at tips@post.example.": "share",
    "How should the coast prepare for storms? Join the conversation below.": "comments",
    "In a time of rumors, quality journalism is more crucial than ever.": "plea",
    "What readers are saying": "comments",
    "The comments weigh the plan, and many commenters praise the board.": "comments",
    "This summary is AI-generated and may hold mistakes.": "legal",
    "The Skar Post is a daily paper. Subscribe for 3 crowns a month.": "subscribe",
    "The office watches over the freedom of the ports. Learn more at www.ports.example and on Telegram.": "ad",
    "Credit...Siri Aal for The Skar Post": "credit",
    "Una Berg reported from Calder, and Jens Moor from Torre, Orland.": "credit",
    "What you need to know:": "more",
    "Tags: Norvania, harbors, Arle, quays.": "more",
    "Categories: Ports & Ships, Norvania, Coast.": "more",
    "Go to SkarPost.com for more news from the coast.": "more",
    "This page is no longer being updated. Follow our main story here.": "more",
    "To stay on top of the coast, sign up to Tide Tables, our weekly letter.": "subscribe",
    "Your tax deductible gift can help stop the dumping of waste on our shores.": "plea",
    "Fund independent journalism with 5 crowns a month": "plea",
    "Submit a comment or question": "comments",
    "This is a summary of what was said. We may earn a commission from links on this page.": "legal",
    "The audio version of this article is generated by AI-based technology.": "legal",
    "We acknowledge the Arle people as the Traditional Custodians of this coast.": "legal",
    "This service may include material from agencies which is copyright and cannot be reproduced.": "legal",
    "CoastWire publishes around 300 reports a day from more than 40 news organizations.": "legal",
    "This article appeared in the Coast section of the print edition under the headline “Low tide”": "correction",
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


NEARLY_BUTTONS = (
    "12b8736f7411bec6ed1b179c910e7a5a7eed7175b82b9456d7bfcdfa7037de6a",
    "| 70bbb38b70fd836d66e8166ec27be9aa8535b3876596fc80c45e3de4ce327980 | SHA-256 | ferry.exe |",
    f"{'app, ' * 40}Calder",
    f"{'email ' * 40}Calder and Orland.",
    f"{'google+ ' * 40}Calder",
    f"{'1fb' * 40} Calder",
)


@pytest.mark.parametrize("row", NEARLY_BUTTONS)
def test_what_is_nearly_a_row_of_share_buttons_is_told_from_one_at_once(row: str) -> None:
    """Each took hours where a word or a figure could be read in two ways, for every time it is repeated."""
    assert cue_of(row) is None


@pytest.mark.parametrize(
    "row", ["Facebook 12 Twitter 3.5k Email", "ShareTweet12PinterestGoogle+", "Share, Tweet, Email, Print"]
)
def test_a_row_of_share_buttons_is_one(row: str) -> None:
    assert cue_of(row) == "share"
